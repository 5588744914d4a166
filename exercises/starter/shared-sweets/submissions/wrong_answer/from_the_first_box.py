# Forgets the empty sum, and with it all choices that begin at the first box.
n, k = map(int, input().split())
boxes = list(map(int, input().split()))
seen = [0] * k
ways = remainder = 0
for box in boxes:
    remainder = (remainder + box) % k
    ways += seen[remainder]
    seen[remainder] += 1
print(ways)
