import random


def text(prices):
    return f"{len(prices)}\n{' '.join(map(str, prices))}\n"


def tests():
    source = random.Random("rising-prices")
    yield "01", text([1])
    yield "02", text([10**9, 1])
    yield "03", text([1, 10**9])
    yield "04", text(list(range(1, 200)))
    yield "05", text(list(range(200, 0, -1)))
    yield "06", text([100, 1, 2, 3, 4, 50, 5, 6])  # the first and the dear ones are left out
    yield "07", text([2, 2, 1, 1, 3, 3, 2, 2, 4, 4])
    yield "08", text([source.randint(1, 50) for _ in range(3000)])
    yield "09", text([source.randint(1, 10**9) for _ in range(6000)])
    yield "10", text([i // 6 + source.randint(1, 300) for i in range(50_000)])
