import sys

data = list(map(int, sys.stdin.read().split()))
n, m = data[0], data[1]
later = [[] for _ in range(n + 1)]
missing = [0] * (n + 1)
for a, b in zip(data[2::2], data[3::2]):
    later[a].append(b)
    missing[b] += 1
order = [lesson for lesson in range(1, n + 1) if missing[lesson] == 0]
for lesson in order:
    for other in later[lesson]:
        missing[other] -= 1
        if missing[other] == 0:
            order.append(other)
print(*order if len(order) == n else ["IMPOSSIBLE"])
