return 3 2 1
