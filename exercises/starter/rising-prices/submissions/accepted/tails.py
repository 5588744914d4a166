from bisect import bisect_left

n = int(input())
# tails[k] is the least price that k + 1 rising fruits can end with.
tails = []
for price in map(int, input().split()):
    place = bisect_left(tails, price)
    tails[place : place + 1] = [price]
print(len(tails))
