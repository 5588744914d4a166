import random


def tests():
    numbers = [
        "0",
        "9",
        "10",
        "19",  # two steps
        "199",  # three
        "1" + "9" * 22,  # four, and more than 64 bits
        "1" + "0" * 9999,
        "9" * 10000,
        "9223372036854775808",  # 2^63
        "18446744073709551616",  # 2^64
    ]
    source = random.Random("digital-root")
    for length in (5000, 10000):
        digits = [source.choice("123456789")]
        digits += [source.choice("0123456789") for _ in range(length - 1)]
        numbers.append("".join(digits))
    for number, text in enumerate(numbers, 1):
        yield f"{number:02}", text + "\n"
