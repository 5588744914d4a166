print(int(input()) + int(open("step.txt").read()))
