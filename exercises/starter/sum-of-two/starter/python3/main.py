a, b = map(int, input().split())
# Print their sum.
