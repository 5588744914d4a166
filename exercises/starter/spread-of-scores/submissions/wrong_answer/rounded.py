# Prints too few digits.
from math import sqrt

n = int(input())
scores = list(map(int, input().split()))
mean = sum(scores) / n
print(f"{mean:.2f} {sqrt(sum((score - mean) ** 2 for score in scores) / n):.2f}")
