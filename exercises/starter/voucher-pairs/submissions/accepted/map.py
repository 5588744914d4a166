from collections import defaultdict

n, s = map(int, input().split())
seen = defaultdict(int)
pairs = 0
for price in map(int, input().split()):
    pairs += seen.get(s - price, 0)
    seen[price] += 1
print(pairs)
