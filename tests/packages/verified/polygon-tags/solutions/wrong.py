print(0)
print("end")
