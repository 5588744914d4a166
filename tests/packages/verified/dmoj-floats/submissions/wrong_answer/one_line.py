print("half 1.5 half 2.5")
