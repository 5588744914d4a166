# Takes every fourth year for a leap year.
m, y = map(int, input().split())
days = [31, 29 if y % 4 == 0 else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
print(days[m - 1])
