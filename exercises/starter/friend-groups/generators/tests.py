import random


def text(n, pairs):
    return f"{n} {len(pairs)}\n" + "".join(f"{a} {b}\n" for a, b in pairs)


def at_random(source, n, m):
    pairs = []
    while len(pairs) < m:
        a, b = source.randint(1, n), source.randint(1, n)
        if a != b:
            pairs.append((a, b))
    return pairs


def tests():
    source = random.Random("friend-groups")
    yield "01", text(1, [])
    yield "02", text(2, [(2, 1)])
    yield "03", text(2, [(1, 2)] * 5)  # the same friendship again
    yield "04", text(20_000, [])
    yield "05", text(6, [(1, 2), (2, 3), (3, 4), (4, 1), (5, 6)])  # a circle
    yield "06", text(8, [(1, 2), (3, 4), (5, 6), (7, 8), (2, 3), (6, 7), (4, 8)])  # groups join
    yield "07", text(1000, at_random(source, 1000, 480))
    yield "08", text(5000, at_random(source, 5000, 6000))
    # A long chain, joined from its end.
    yield "09", text(12_000, [(i, i + 1) for i in range(11_999, 0, -1)])
    yield "10", text(20_000, at_random(source, 20_000, 9_000))
