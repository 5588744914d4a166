n = int(input())
students = []
for _ in range(n):
    name, points = input().split()
    students.append((name, int(points)))
# Print rank, name and points of each student, the best one first.
