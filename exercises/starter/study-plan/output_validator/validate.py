"""Accepts every order that keeps all rules: validate.py input answer feedback_dir < output"""

import sys

ACCEPTED, WRONG = 42, 43
LONGEST_NUMBER = 9


def refuse(message):
    with open(f"{sys.argv[3]}/teammessage.txt", "w", encoding="utf-8") as file:
        file.write(message)
    sys.exit(WRONG)


def lesson(word, n):
    if not (word.isdigit() and len(word) <= LONGEST_NUMBER and 1 <= int(word) <= n):
        refuse(f"There is no lesson {word[:20].decode('ascii', 'replace')}.")
    return int(word)


def main():
    with open(sys.argv[1], encoding="ascii") as file:
        numbers = list(map(int, file.read().split()))
    n, rules = numbers[0], list(zip(numbers[2::2], numbers[3::2]))
    with open(sys.argv[2], encoding="ascii") as file:
        possible = file.read().split() != ["IMPOSSIBLE"]
    words = sys.stdin.buffer.read().split()
    if words == [b"IMPOSSIBLE"]:
        if possible:
            refuse("There is an order that keeps all rules.")
        sys.exit(ACCEPTED)
    if len(words) != n:
        refuse(f"There are {n} lessons, not {len(words)}.")
    places = {lesson(word, n): place for place, word in enumerate(words)}
    if len(places) != n:
        refuse("A lesson occurs twice.")
    for a, b in rules:
        if places[a] > places[b]:
            refuse(f"Lesson {b} stands before lesson {a}.")
    # An order that keeps all rules, where the answer says that there is none, is our own fault.
    sys.exit(ACCEPTED if possible else 1)


main()
