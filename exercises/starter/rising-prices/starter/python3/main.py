n = int(input())
prices = list(map(int, input().split()))
# Print the greatest number of fruits.
