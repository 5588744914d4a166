import sys
from bisect import bisect_left, bisect_right

TOP = 1_000_000
composite = bytearray(TOP + 1)
primes = []
for number in range(2, TOP + 1):
    if not composite[number]:
        primes.append(number)
        if number * number <= TOP:
            composite[number * number :: number] = b"\1" * len(range(number * number, TOP + 1, number))

data = list(map(int, sys.stdin.read().split()))
for l, r in zip(data[1::2], data[2::2]):
    print(bisect_right(primes, r) - bisect_left(primes, l))
