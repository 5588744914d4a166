import random


def text(k, boxes):
    return f"{len(boxes)} {k}\n{' '.join(map(str, boxes))}\n"


def tests():
    source = random.Random("shared-sweets")
    yield "01", text(1, [7])  # one child
    yield "02", text(2, [7])
    yield "03", text(100_000, [0])
    yield "04", text(100_000, [99_999, 1])
    yield "05", text(6, [6, 6, 6, 6, 6])
    yield "06", text(7, [1, 2, 3, 4, 5, 6])
    yield "07", text(1, list(range(1, 500)))
    yield "08", text(99_991, [source.randint(10**9 - 10_000, 10**9) for _ in range(4_000)])
    yield "09", text(97, [source.randint(0, 10**9) for _ in range(4_000)])
    yield "10", text(12, [source.randint(0, 9) for _ in range(100_000)])
    yield "11", text(3, [0] * 100_000)  # more ways than 32 bits can count
