import random


def text(scores):
    return f"{len(scores)}\n{' '.join(map(str, scores))}\n"


def tests():
    source = random.Random("spread-of-scores")
    yield "01", text([0])
    yield "02", text([10**9])
    yield "03", text([1, 2])
    yield "04", text([0] * 999 + [1])  # a small mean needs many digits
    # Large and close together: their squares lose what matters.
    yield "05", text([10**9 - 1, 10**9])
    yield "06", text([10**9 - i % 3 for i in range(1000)])
    yield "07", text([999_999_937] * 10_000)
    yield "08", text([0, 10**9] * 1000)
    yield "09", text([source.randint(0, 10**9) for _ in range(3000)])
    yield "10", text([987_654_321 + source.randint(0, 4) for _ in range(3000)])
