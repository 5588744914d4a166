import sys

data = list(map(int, sys.stdin.read().split()))
n, m = data[0], data[1]
for i in range(2, len(data), 2):
    a, b = data[i], data[i + 1]
    # Lesson a must come before lesson b.
# Print the lessons in order, or IMPOSSIBLE.
