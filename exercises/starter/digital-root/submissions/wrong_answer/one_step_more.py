# Adds at least once, even where one digit is there already.
n = input().strip()
steps = 0
while True:
    n = str(sum(map(int, n)))
    steps += 1
    if len(n) == 1:
        break
print(n, steps)
