import random

LINES = [
    "a",
    "?!a",
    "Aa",  # case
    "ab",
    "Room 203, moor",  # only the digits differ
    "  level  ",
    "1, 2, 3, 2, 1",
    "1a2",
    "\"No, on!\" said no one.",
    "@[`{a",  # neighbours of the letters in ASCII
    "Pets... on steP",
    "abca",
]


def decorated(source, letters):
    """Capital letters and marks at random."""
    parts = []
    for letter in letters:
        parts.append(letter.upper() if source.random() < 0.3 else letter)
        if source.random() < 0.2:
            parts.append(source.choice(" ,.;:!?-'"))
    return "".join(parts)


def tests():
    source = random.Random("palindrome")
    lines = list(LINES)
    half = [source.choice("abcdefghij0123456789") for _ in range(38000)]
    lines.append(decorated(source, half + half[::-1]))
    broken = half + half[::-1]
    broken[37000] = "z"
    lines.append(decorated(source, broken))
    lines.append("xy" * 49999 + "x")
    for number, line in enumerate(lines, 1):
        yield f"{number:02}", line + "\n"
