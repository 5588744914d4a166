import heapq
import sys


def cheapest(lines, start, goal):
    paid = {}
    queue = [(0, start)]
    while queue:
        sum_of_fares, town = heapq.heappop(queue)
        if town == goal:
            return sum_of_fares
        if town in paid:
            continue
        paid[town] = sum_of_fares
        for other, fare in lines[town]:
            if other not in paid:
                heapq.heappush(queue, (sum_of_fares + fare, other))
    return -1


data = list(map(int, sys.stdin.read().split()))
n, m = data[0], data[1]
lines = [[] for _ in range(n + 1)]
for a, b, fare in zip(data[2::3], data[3::3], data[4::3]):
    lines[a].append((b, fare))
    lines[b].append((a, fare))
print(cheapest(lines, 1, n))
