# Exchanges neighbours until all are in order.
n = int(input())
students = []
for _ in range(n):
    name, points = input().split()
    students.append((-int(points), name))
for end in range(n - 1, 0, -1):
    for i in range(end):
        if students[i] > students[i + 1]:
            students[i], students[i + 1] = students[i + 1], students[i]
rank = 0
for place, (points, name) in enumerate(students, 1):
    if place == 1 or points != students[place - 2][0]:
        rank = place
    print(rank, name, -points)
