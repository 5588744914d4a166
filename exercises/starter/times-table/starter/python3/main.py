n, k = map(int, input().split())
# Print k lines such as: 7 x 1 = 7
