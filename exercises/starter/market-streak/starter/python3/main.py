n, s = map(int, input().split())
amounts = list(map(int, input().split()))
# Print the greatest number of consecutive days that cost at most s.
