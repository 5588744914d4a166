# Walks through all students whenever two groups become one.
import sys

data = list(map(int, sys.stdin.read().split()))
n, m = data[0], data[1]
group = list(range(n + 1))
for a, b in zip(data[2::2], data[3::2]):
    old, new = group[b], group[a]
    if old != new:
        for student in range(1, n + 1):
            if group[student] == old:
                group[student] = new
sizes = [0] * (n + 1)
for student in range(1, n + 1):
    sizes[group[student]] += 1
print(n - sizes.count(0) + 1, max(sizes))
