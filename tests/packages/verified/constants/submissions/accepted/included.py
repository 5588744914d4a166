import limits

number = int(input())
assert number <= limits.MOST
print(number + limits.STEP)
