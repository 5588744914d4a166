import sys

data = list(map(int, sys.stdin.read().split()))
q = data[0]
for i in range(q):
    l, r = data[1 + 2 * i], data[2 + 2 * i]
    # Print the number of primes from l to r.
