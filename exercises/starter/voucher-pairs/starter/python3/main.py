n, s = map(int, input().split())
prices = list(map(int, input().split()))
# Print the number of pairs of articles that cost exactly s together.
