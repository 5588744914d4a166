number = int(input())
print(number + (1 if number < 2 else 2))
