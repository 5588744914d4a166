name = input()
print()
