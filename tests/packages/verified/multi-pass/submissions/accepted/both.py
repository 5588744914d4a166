word, number = input().split()
print(int(number) * 2 if word == "double" else int(number) // 2)
