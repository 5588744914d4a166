# Takes from the stack without asking whether it is empty.
PAIRS = {")": "(", "]": "[", "}": "{"}


def first_wrong(line):
    stack = []
    for position, bracket in enumerate(line, 1):
        if bracket not in PAIRS:
            stack.append(bracket)
        elif stack.pop() != PAIRS[bracket]:
            return position
    return len(line) + 1 if stack else 0


print(first_wrong(input().strip()))
