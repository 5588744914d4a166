import sys

lines = sys.stdin.read().split()
rows, columns = int(lines[0]), int(lines[1])
town = lines[2:]
# town[row][column] is ".", "#", "H" or "S". Print the least number of steps.
