import random


def text(s, amounts):
    return f"{len(amounts)} {s}\n{' '.join(map(str, amounts))}\n"


def tests():
    source = random.Random("market-streak")
    yield "01", text(0, [0])
    yield "02", text(0, [1])
    yield "03", text(0, [5, 0, 0, 3, 0, 0, 0, 1])  # nothing is bought
    yield "04", text(10**15, [10**9] * 1000)  # all days; the sum needs 64 bits
    yield "05", text(5 * 10**9, [10**9] * 8)  # exactly enough
    yield "06", text(10, [9, 1, 1, 1, 1, 1, 6, 9])  # the best streak begins in the middle
    yield "07", text(7, [8, 8, 8, 7, 8, 8])
    yield "08", text(3, [4] * 50 + [1, 1, 1])  # the last days
    yield "09", text(10**12, [source.randint(0, 10**9) for _ in range(5_000)])
    # Long streaks everywhere: adding up each anew is too slow.
    yield "10", text(400_000, [source.randint(1, 9) for _ in range(100_000)])
    yield "11", text(10**15, [source.choice([0, 1]) for _ in range(100_000)])
