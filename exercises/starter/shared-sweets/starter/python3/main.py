n, k = map(int, input().split())
boxes = list(map(int, input().split()))
# Print the number of ways to choose neighbouring boxes.
