m, y = map(int, input().split())
# Print the number of days of month m in year y.
