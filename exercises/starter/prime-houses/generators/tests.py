import random

TOP = 1_000_000


def text(sections):
    return f"{len(sections)}\n" + "".join(f"{l} {r}\n" for l, r in sections)


def tests():
    source = random.Random("prime-houses")
    yield "01", text([(1, 1)])  # 1 is no prime
    yield "02", text([(1, 2), (2, 2), (2, 3), (1, 3), (3, 3), (4, 4)])
    yield "03", text([(1, TOP)])
    yield "04", text([(TOP, TOP), (999983, TOP), (999984, TOP), (999983, 999983)])  # the last prime
    yield "05", text([(n * n, n * n) for n in (2, 3, 5, 7, 11, 13, 997, 991)])  # squares of primes
    yield "06", text([(l, l + 20) for l in range(1, 300, 7)])
    sections = [sorted((source.randint(1, TOP), source.randint(1, TOP))) for _ in range(500)]
    yield "07", text(sections)
    # Many and long sections.
    sections = [(source.randint(1, 9), TOP - source.randint(0, 9)) for _ in range(10_000)]
    yield "08", text(sections)
