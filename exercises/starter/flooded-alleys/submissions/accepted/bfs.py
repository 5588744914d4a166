import sys


def steps(town, columns):
    # A border of water saves asking whether a cell lies on the map.
    width = columns + 1
    cells = "#" * width + "#".join(town) + "#" * (width + 1)
    start, goal = cells.index("H"), cells.index("S")
    distance = [-1 if cell != "#" else 0 for cell in cells]
    distance[start] = 0
    ring = [start]
    while ring:
        following = []
        for cell in ring:
            if cell == goal:
                return distance[goal]
            for other in (cell - 1, cell + 1, cell - width, cell + width):
                if distance[other] < 0:
                    distance[other] = distance[cell] + 1
                    following.append(other)
        ring = following
    return -1


lines = sys.stdin.read().split()
print(steps(lines[2:], int(lines[1])))
