print(int(input()) + 1)
print("end")
