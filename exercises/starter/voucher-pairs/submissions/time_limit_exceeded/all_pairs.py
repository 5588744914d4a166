# Tries all pairs: 30 points.
n, s = map(int, input().split())
prices = list(map(int, input().split()))
pairs = 0
for i in range(n):
    for j in range(i):
        if prices[i] + prices[j] == s:
            pairs += 1
print(pairs)
