import random


def text(k, m, pages):
    return f"{len(pages)} {k} {m}\n{' '.join(map(str, pages))}\n"


def tests():
    source = random.Random("photocopy-queue")
    yield "01", text(1, 1, [1])
    yield "02", text(3, 1, [20])  # alone, with many turns
    yield "03", text(5, 1, [5, 20, 20])  # done at once
    yield "04", text(1, 1, [20, 1, 2, 3])  # all others are done before
    yield "05", text(4, 5, [4, 8, 12, 16, 20])  # whole turns
    yield "06", text(7, 3, [8, 8, 8, 8])  # a last turn of one page
    yield "07", text(3, 60, [source.randint(1, 20) for _ in range(100)])
    yield "08", text(20, 15_000, [source.randint(1, 20) for _ in range(15_000)])
    # Many turns in a long queue.
    yield "09", text(1, 50_000, [14] * 50_000)
    yield "10", text(2, 17, [19 - i % 3 for i in range(15_000)])
