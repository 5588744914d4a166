print(int(input()) + 1, "end")
