import random


def word(source, length, letters):
    return "".join(source.choice(letters) for _ in range(length))


def tests():
    source = random.Random("dance-steps")
    pairs = [
        ("a", "a"),
        ("a", "b"),
        ("abc", "cba"),
        ("ab", "ba" * 10),  # lengths differ
        ("zabcdefg", "abcdefgz"),  # taking the first step that fits loses all others
        ("aaaa", "aa"),
        ("xaxbxcxdx", "yaybycydy"),  # no two steps together
        (word(source, 1000, "abcdefghijklmnopqrstuvwxyz"), word(source, 1000, "abcdefgh")),
        ("a" * 1000, "a" * 1000),
        ("ab" * 500, "ba" * 500),
        (word(source, 999, "ab"), word(source, 1000, "ab")),
        ("a" * 1000, "b"),
    ]
    for number, (a, b) in enumerate(pairs, 1):
        yield f"{number:02}", f"{a}\n{b}\n"
