total = 3 2 1
