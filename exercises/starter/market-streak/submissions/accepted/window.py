n, s = map(int, input().split())
amounts = list(map(int, input().split()))
best = first = total = 0
for last, amount in enumerate(amounts):
    total += amount
    while total > s:
        total -= amounts[first]
        first += 1
    best = max(best, last - first + 1)
print(best)
