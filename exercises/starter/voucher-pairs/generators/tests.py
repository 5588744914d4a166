import random

MOST = 10**9


def text(s, prices):
    return f"{len(prices)} {s}\n{' '.join(map(str, prices))}\n"


def tests():
    source = random.Random("voucher-pairs")
    yield "subtask1/01", text(2, [1])  # no pair with itself
    yield "subtask1/02", text(2, [1, 1])
    yield "subtask1/03", text(2 * MOST, [MOST] * 500)
    yield "subtask1/04", text(10, [1, 9, 9, 1, 5, 5, 5])
    yield "subtask1/05", text(1_200_000, [source.randint(1, 3000) * 400 for _ in range(500)])
    yield "subtask2/01", text(7, [7, 7, 1])  # the price of one alone
    yield "subtask2/02", text(2000, [1000, 999, 1000, 1000])
    yield "subtask2/03", text(1001, [source.randint(1, 1000) for _ in range(500)])
    yield "subtask2/04", text(9, [source.randint(1, 8) for _ in range(100_000)])
    yield "subtask3/01", text(MOST, [MOST, MOST - 1, 1, MOST])
    prices = [source.randint(1, 1000) * 1_000_000 - source.randint(0, 3) for _ in range(10_000)]
    yield "subtask3/02", text(MOST, prices)
    yield "subtask3/03", text(2, [1] * 100_000)  # more pairs than 32 bits can count
