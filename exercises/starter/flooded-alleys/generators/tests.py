import random


def text(rows):
    lines = ["".join(row) for row in rows]
    return f"{len(lines)} {len(lines[0])}\n" + "".join(line + "\n" for line in lines)


def scattered(source, rows, columns, share):
    """Water at random, home and school in opposite corners."""
    town = [["#" if source.random() < share else "." for _ in range(columns)] for _ in range(rows)]
    town[0][0] = "H"
    town[-1][-1] = "S"
    return town


def winding(rows, columns):
    """One alley that goes to and fro through the whole map."""
    town = [["."] * columns for _ in range(rows)]
    for row in range(1, rows, 2):
        town[row] = ["#"] * columns
        town[row][-1 if row % 4 == 1 else 0] = "."
    town[0][0] = "H"
    last = (rows - 1) // 2 * 2
    town[last][-1 if last % 4 == 0 else 0] = "S"
    return town


def tests():
    source = random.Random("flooded-alleys")
    yield "01", text(["HS"])
    yield "02", text(["S", "H"])  # upwards
    yield "03", text(["S...H"])  # to the left
    yield "04", text(["H#S", "...", "###"])
    yield "05", text([".....", ".###.", ".#H#.", ".###.", "....S"])  # shut in
    yield "06", text(["S..", "##.", "H..", "#..", "..."])
    # Rows and columns differ, and the way out of one side does not lead in at the other.
    yield "07", text(["..#..", "H.#.S"])
    yield "08", text(scattered(source, 40, 90, 0.3))
    yield "09", text(winding(201, 120))
    yield "10", text(scattered(source, 400, 400, 0.0))  # wide and dry
    yield "11", text(scattered(source, 90, 400, 0.28))
