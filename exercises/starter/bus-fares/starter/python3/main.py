import sys

data = list(map(int, sys.stdin.read().split()))
n, m = data[0], data[1]
lines = [[] for _ in range(n + 1)]
for i in range(2, len(data), 3):
    a, b, fare = data[i : i + 3]
    lines[a].append((b, fare))
    lines[b].append((a, fare))
# Print the least sum of fares from 1 to n. heapq is a priority queue.
