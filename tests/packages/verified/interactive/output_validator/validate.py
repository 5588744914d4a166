"""Closes its output as soon as the number is found, and judges what the program does then."""
import os
import sys

number = int(open(sys.argv[1]).read())
for turn in range(7):
    line = sys.stdin.readline().strip()
    if not line.isdigit():
        sys.exit(43)
    guess = int(line)
    if guess == number:
        print("right", flush=True)
        os.close(1)
        sys.exit(42 if sys.stdin.read().strip() == "done" else 43)
    print("lower" if guess > number else "higher", flush=True)
sys.exit(43)
