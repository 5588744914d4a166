# Python refuses to make an integer of more than 4300 digits, since that would take long.
n = int(input())
steps = 0
while n > 9:
    n = sum(map(int, str(n)))
    steps += 1
print(n, steps)
