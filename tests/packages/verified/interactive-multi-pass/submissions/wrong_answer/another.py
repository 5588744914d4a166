print(4 if input() == "first" else 5)
