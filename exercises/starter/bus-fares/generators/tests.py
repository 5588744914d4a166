import random

MOST = 10**9


def text(n, lines):
    return f"{n} {len(lines)}\n" + "".join(f"{a} {b} {fare}\n" for a, b, fare in lines)


def at_random(source, n, m, most):
    lines = []
    while len(lines) < m:
        a, b = source.randint(1, n), source.randint(1, n)
        if a != b:
            lines.append((a, b, source.randint(0, most)))
    return lines


def tests():
    source = random.Random("bus-fares")
    yield "01", text(1, [])  # at home already
    yield "02", text(2, [])
    yield "03", text(2, [(2, 1, 0)])  # for nothing, and named the other way round
    yield "04", text(2, [(1, 2, 9), (1, 2, 3), (2, 1, 5)])  # the same two towns
    yield "05", text(5, [(1, 2, 1), (2, 3, 1), (3, 4, 1), (4, 5, 1), (1, 5, 5), (1, 3, 4)])
    yield "06", text(6, [(i, i + 1, MOST) for i in range(1, 6)])  # a sum beyond 32 bits
    yield "07", text(4, [(1, 2, 5), (2, 1, 5), (3, 4, 1)])  # two parts
    yield "08", text(60, at_random(source, 60, 300, 100))
    yield "09", text(1000, at_random(source, 1000, 2500, MOST))
    yield "10", text(3000, at_random(source, 3000, 12_000, 9999))
    # A chain, given from its end, with dear short cuts: prices spread by one town a walk.
    chain = [(i, i + 1, 1) for i in range(1, 4000)]
    cuts = []
    while len(cuts) < 8000:
        a, b = sorted((source.randint(1, 4000), source.randint(1, 4000)))
        if a != b:
            cuts.append((a, b, (b - a) * 2))
    yield "11", text(4000, chain[::-1] + cuts)
