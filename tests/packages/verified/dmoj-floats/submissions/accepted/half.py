with open("HALF.INP") as numbers, open("HALF.OUT", "w") as halves:
    for number in numbers:
        print("half", int(number) / 2 + 0.0009, file=halves)
