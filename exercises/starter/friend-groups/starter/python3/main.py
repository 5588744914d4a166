import sys

data = list(map(int, sys.stdin.read().split()))
n, m = data[0], data[1]
for i in range(2, len(data), 2):
    a, b = data[i], data[i + 1]
    # a and b are friends.
# Print the number of groups and the size of the largest one.
