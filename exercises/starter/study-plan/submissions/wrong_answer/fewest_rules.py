# Sorts the lessons by how many they need directly.
import sys

data = list(map(int, sys.stdin.read().split()))
n, m = data[0], data[1]
needed = [0] * (n + 1)
for b in data[3::2]:
    needed[b] += 1
print(*sorted(range(1, n + 1), key=lambda lesson: needed[lesson]))
