# Tries the length 0, too.
n, k = map(int, input().split())
strips = list(map(int, input().split()))
low, high = 0, max(strips)
best = 0
while low <= high:
    middle = (low + high) // 2
    if sum([strip // middle for strip in strips]) >= k:
        best = middle
        low = middle + 1
    else:
        high = middle - 1
print(best)
