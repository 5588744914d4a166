n, k = map(int, input().split())
strips = list(map(int, input().split()))
# low is always short enough, high always too long.
low, high = 0, max(strips) + 1
while high - low > 1:
    middle = (low + high) // 2
    if sum([strip // middle for strip in strips]) >= k:
        low = middle
    else:
        high = middle
print(low)
