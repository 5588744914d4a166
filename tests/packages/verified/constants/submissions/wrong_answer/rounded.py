print(int(int(input()) + {{step}}))
