from math import sqrt

n = int(input())
scores = list(map(int, input().split()))
mean = sum(scores) / n
print(mean, sqrt(sum((score - mean) ** 2 for score in scores) / n))
