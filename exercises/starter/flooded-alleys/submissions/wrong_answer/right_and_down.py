# Fills a table from the top left: it never goes back.
import sys

lines = sys.stdin.read().split()
rows, columns = int(lines[0]), int(lines[1])
town = lines[2:]
FAR = 10**9
distance = [[FAR] * columns for _ in range(rows)]
answer = -1
for row in range(rows):
    for column in range(columns):
        cell = town[row][column]
        if cell == "H":
            distance[row][column] = 0
        elif cell != "#":
            above = distance[row - 1][column] if row > 0 else FAR
            left = distance[row][column - 1] if column > 0 else FAR
            distance[row][column] = min(FAR, min(above, left) + 1)
        if cell == "S" and distance[row][column] < FAR:
            answer = distance[row][column]
print(answer)
