n = int(input())
students = []
for _ in range(n):
    name, points = input().split()
    students.append((-int(points), name))
students.sort()
rank = 0
for place, (points, name) in enumerate(students, 1):
    if place == 1 or points != students[place - 2][0]:
        rank = place
    print(rank, name, -points)
