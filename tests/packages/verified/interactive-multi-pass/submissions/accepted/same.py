print(4 if input() == "first" else input())
