# Skips no rank after a shared one.
n = int(input())
students = []
for _ in range(n):
    name, points = input().split()
    students.append((-int(points), name))
students.sort()
rank = 0
for place, (points, name) in enumerate(students):
    if place == 0 or points != students[place - 1][0]:
        rank += 1
    print(rank, name, -points)
