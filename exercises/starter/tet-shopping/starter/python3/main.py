n, w = map(int, input().split())
items = []
for _ in range(n):
    cost, joy = map(int, input().split())
    items.append((cost, joy))
# Print the greatest sum of joy for at most w.
