NUMBERS = [
    (1, 1),  # the shortest
    (9, 10),
    (0, 3),
    (12, 1),
    (1000000000, 2),
    (1000000000, 5),  # above 2^32
    (715827883, 3),  # just above 2^31
    (999999937, 1000),  # the longest
    (5, 100),
    (1, 1000),
]


def tests():
    for number, (n, k) in enumerate(NUMBERS, 1):
        yield f"{number:02}", f"{n} {k}\n"
