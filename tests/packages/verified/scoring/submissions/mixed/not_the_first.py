number = int(input())
print(number + 1 if number > 1 else 0)
