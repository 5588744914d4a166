import random


def text(w, items):
    return f"{len(items)} {w}\n" + "".join(f"{cost} {joy}\n" for cost, joy in items)


def tests():
    source = random.Random("tet-shopping")
    yield "01", text(0, [(1, 5)])  # no money
    yield "02", text(5, [(5, 1)])  # all of the money
    yield "03", text(4, [(5, 1)])
    yield "04", text(10, [(2, 3)])  # there is one of each only
    yield "05", text(10, [(6, 60), (5, 45), (5, 45)])  # the best for its price is not bought
    yield "06", text(5000, [(50, 10**9)] * 100)  # everything; the sum needs 64 bits
    yield "07", text(7, [(3, 4), (4, 5), (7, 10), (2, 3), (5, 7)])
    items = [(source.randint(1, 300), source.randint(1, 10**9)) for _ in range(100)]
    yield "08", text(5000, items)
    items = [(cost, cost * 1000 + source.randint(0, 30)) for cost in source.sample(range(40, 400), 100)]
    yield "09", text(4999, items)  # all prices are equally good, nearly
    yield "10", text(5000, [(source.randint(1000, 5000), source.randint(1, 10**9)) for _ in range(100)])
