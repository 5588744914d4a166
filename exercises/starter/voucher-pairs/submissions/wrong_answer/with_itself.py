# Pairs an article with itself, and counts each pair twice before it halves.
from collections import Counter

n, s = map(int, input().split())
counts = Counter(map(int, input().split()))
print(sum(count * counts[s - price] for price, count in list(counts.items())) // 2)
