import random
import string


def text(students):
    return f"{len(students)}\n" + "".join(f"{name} {points}\n" for name, points in students)


def names(source, count, length):
    found = set()
    while len(found) < count:
        found.add("".join(source.choice(string.ascii_lowercase) for _ in range(length)))
    return source.sample(sorted(found), count)


def tests():
    source = random.Random("class-ranking")
    yield "01", text([("a", 0)])
    yield "02", text([("b", 1000), ("a", 1000)])
    yield "03", text([("anh", 5), ("an", 5), ("a", 5)])  # a name that begins another one
    yield "04", text([("c", 0), ("b", 0), ("a", 0), ("d", 1)])
    yield "05", text([("a", 3), ("b", 20), ("c", 100), ("d", 1000)])  # more digits, more points
    yield "06", text([("e", 7), ("d", 7), ("c", 8), ("b", 8), ("a", 9)])
    yield "07", text([(name, source.randint(0, 10)) for name in names(source, 200, 20)])
    yield "08", text([(name, source.randint(0, 1000)) for name in names(source, 5_000, 4)])
    # The worst for sorting by exchanges: the order is upside down.
    upside_down = sorted(names(source, 10_000, 4), reverse=True)
    yield "09", text([(name, place // 100) for place, name in enumerate(upside_down)])
