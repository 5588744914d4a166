MONTHS_AND_YEARS = [
    (2, 1900),  # a century that is no leap year
    (2, 2000),  # a century that is one
    (2, 2100),
    (2, 400),
    (2, 4),
    (2, 1),
    (2, 9999),
    (1, 2024),
    (12, 9999),  # the last month
    (7, 2022),  # two long months
    (8, 2022),
    (11, 100),
]


def tests():
    for number, (month, year) in enumerate(MONTHS_AND_YEARS, 1):
        yield f"{number:02}", f"{month} {year}\n"
