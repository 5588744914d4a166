# Looks at all lessons and rules again for each lesson that it places.
import sys

data = list(map(int, sys.stdin.read().split()))
n, m = data[0], data[1]
rules = list(zip(data[2::2], data[3::2]))
left = set(range(1, n + 1))
order = []
while left:
    blocked = {b for a, b in rules if a in left}
    free = [lesson for lesson in left if lesson not in blocked]
    if not free:
        break
    order.append(free[0])
    left.remove(free[0])
print(*["IMPOSSIBLE"] if left else order)
