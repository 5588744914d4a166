# Lists count from 0: there is no days[12].
m, y = map(int, input().split())
leap = y % 400 == 0 or (y % 4 == 0 and y % 100 != 0)
days = [31, 29 if leap else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
print(days[m])
