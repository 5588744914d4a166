# Lets the price stay the same.
from bisect import bisect_right

n = int(input())
tails = []
for price in map(int, input().split()):
    place = bisect_right(tails, price)
    tails[place : place + 1] = [price]
print(len(tails))
