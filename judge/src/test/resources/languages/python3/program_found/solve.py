from adder import add

input()
print(add(map(int, input().split())))
