number = int(input())
print(number + 1 if number < 1000 else 0)
