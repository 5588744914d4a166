# Goes over all lines again and again until nothing gets cheaper.
import sys

data = list(map(int, sys.stdin.read().split()))
n, m = data[0], data[1]
lines = list(zip(data[2::3], data[3::3], data[4::3]))
FAR = 10**18
paid = [FAR] * (n + 1)
paid[1] = 0
changed = True
while changed:
    changed = False
    for a, b, fare in lines:
        if paid[a] + fare < paid[b]:
            paid[b] = paid[a] + fare
            changed = True
        if paid[b] + fare < paid[a]:
            paid[a] = paid[b] + fare
            changed = True
print(paid[n] if paid[n] < FAR else -1)
