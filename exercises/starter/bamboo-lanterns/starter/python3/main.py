n, k = map(int, input().split())
strips = list(map(int, input().split()))
# Print the greatest length of a stick.
