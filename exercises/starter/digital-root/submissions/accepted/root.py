n = input().strip()
steps = 0
while len(n) > 1:
    n = str(sum(map(int, n)))
    steps += 1
print(n, steps)
