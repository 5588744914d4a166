import random

CLOSING = {"(": ")", "[": "]", "{": "}"}

LINES = [
    "(",
    "]",  # closes nothing
    "{}",
    "()]",
    "(]",
    "[(])",  # every kind is in balance
    "}{",
    "(){}[](",  # not closed
    "(((((]",
]


def balanced(source, pairs):
    line = []
    stack = []
    while len(line) + len(stack) < 2 * pairs:
        if stack and source.random() < 0.45:
            line.append(stack.pop())
        else:
            bracket = source.choice("([{")
            line.append(bracket)
            stack.append(CLOSING[bracket])
    return line + stack[::-1]


def tests():
    source = random.Random("brackets")
    lines = list(LINES)
    lines.append("(" * 50_000 + ")" * 50_000)  # deep
    lines.append("[" * 30_000)
    lines.append("".join(balanced(source, 10_000)))
    crossed = balanced(source, 20_000)
    crossed[35_000] = "}" if crossed[35_000] != "}" else ")"
    lines.append("".join(crossed))
    lines.append("".join(balanced(source, 15_000)) + ")")
    for number, line in enumerate(lines, 1):
        yield f"{number:02}", line + "\n"
