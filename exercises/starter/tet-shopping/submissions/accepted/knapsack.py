import sys

data = list(map(int, sys.stdin.read().split()))
n, w = data[0], data[1]
best = [0] * (w + 1)  # best[money] with the items so far
for cost, joy in zip(data[2::2], data[3::2]):
    taken = [rest + joy for rest in best[: w + 1 - cost]] if cost <= w else []
    best[cost:] = map(max, best[cost:], taken)
print(best[w])
