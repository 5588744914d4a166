# Begins on each day and adds up anew.
n, s = map(int, input().split())
amounts = list(map(int, input().split()))
best = 0
for first in range(n):
    total = 0
    for last in range(first, n):
        total += amounts[last]
        if total > s:
            break
        best = max(best, last - first + 1)
print(best)
