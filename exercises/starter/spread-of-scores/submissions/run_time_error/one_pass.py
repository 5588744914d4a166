# The difference of the two large numbers comes out below zero, which has no root.
from math import sqrt

n = int(input())
scores = list(map(float, input().split()))
mean = sum(scores) / n
print(mean, sqrt(sum(score * score for score in scores) / n - mean * mean))
