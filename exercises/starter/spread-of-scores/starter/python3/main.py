n = int(input())
scores = list(map(int, input().split()))
# Print the mean and the standard deviation.
