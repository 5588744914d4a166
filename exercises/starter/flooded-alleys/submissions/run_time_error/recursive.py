# Calls itself for each cell, which is too deep for Python on large maps.
import sys

lines = sys.stdin.read().split()
rows, columns = int(lines[0]), int(lines[1])
town = lines[2:]
FAR = 10**9
distance = [[FAR] * columns for _ in range(rows)]


def walk(row, column, steps):
    if not (0 <= row < rows and 0 <= column < columns) or town[row][column] == "#":
        return
    if steps >= distance[row][column]:
        return
    distance[row][column] = steps
    walk(row - 1, column, steps + 1)
    walk(row, column - 1, steps + 1)
    walk(row + 1, column, steps + 1)
    walk(row, column + 1, steps + 1)


for row in range(rows):
    for column in range(columns):
        if town[row][column] == "H":
            walk(row, column, 0)
for row in range(rows):
    for column in range(columns):
        if town[row][column] == "S":
            print(distance[row][column] if distance[row][column] < FAR else -1)
