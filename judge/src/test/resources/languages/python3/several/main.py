from adder import total

input()
print(total(int(word) for word in input().split()))
