"""The second pass is judged by the input that the program was given in it, which is no file of the package."""
import pathlib
import sys

word, number = pathlib.Path(sys.argv[1]).read_text().split()
feedback = pathlib.Path(sys.argv[3])
try:
    found = int(sys.stdin.read())
except ValueError:
    sys.exit(43)
if word == "double":
    if found != 2 * int(number):
        sys.exit(43)
    (feedback / "nextpass.in").write_text(f"halve {found}\n")
    sys.exit(42)
sys.exit(42 if found * 2 == int(number) else 43)
