import random

MOST = 10**9


def text(k, strips):
    return f"{len(strips)} {k}\n{' '.join(map(str, strips))}\n"


def tests():
    source = random.Random("bamboo-lanterns")
    yield "01", text(1, [1])
    yield "02", text(2, [1])  # not enough
    yield "03", text(1, [MOST])  # the greatest answer
    yield "04", text(3, [5, 1, 1])  # 1: as long as the shortest strips, though they are not needed
    yield "05", text(7, [3, 3, 3])  # exactly one stick each is too few
    yield "06", text(9, [3, 3, 3])  # all bamboo is used
    yield "07", text(10**12, [MOST] * 1000)  # exactly enough sticks of length 1
    yield "08", text(10**12, [MOST] * 999)  # too few
    long = [source.randint(MOST // 2, MOST) for _ in range(10_000)]
    yield "09", text(10_000, long)
    yield "10", text(10**12, long)
    yield "11", text(123_456, [source.randint(1, 10**source.randint(1, 9)) for _ in range(5_000)])
