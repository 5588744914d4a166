# A table for prices up to 1000: 30 points for subtask 2, for subtask 1 has larger ones, too.
n, s = map(int, input().split())
seen = [0] * 1001
pairs = 0
for price in map(int, input().split()):
    if 0 < s - price <= 1000:
        pairs += seen[s - price]
    seen[price] += 1
print(pairs)
