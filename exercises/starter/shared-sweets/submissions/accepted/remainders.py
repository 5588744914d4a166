n, k = map(int, input().split())
boxes = list(map(int, input().split()))
# The boxes after i up to j do it if the sums up to i and up to j have the same remainder.
seen = [0] * k
seen[0] = 1
ways = remainder = 0
for box in boxes:
    remainder = (remainder + box) % k
    ways += seen[remainder]
    seen[remainder] += 1
print(ways)
