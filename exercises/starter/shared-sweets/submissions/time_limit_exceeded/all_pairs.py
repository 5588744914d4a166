# Adds up every choice.
n, k = map(int, input().split())
boxes = list(map(int, input().split()))
ways = 0
for first in range(n):
    total = 0
    for last in range(first, n):
        total += boxes[last]
        if total % k == 0:
            ways += 1
print(ways)
