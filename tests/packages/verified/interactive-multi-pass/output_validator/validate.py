import pathlib
import sys

given = pathlib.Path(sys.argv[1]).read_text().split()
print("\n".join(given), flush=True)
found = sys.stdin.readline().strip()
if not found.isdigit() or int(found) > 9:
    sys.exit(43)
if given[0] == "first":
    (pathlib.Path(sys.argv[3]) / "nextpass.in").write_text(f"again {found}\n")
    sys.exit(42)
sys.exit(42 if found == given[1] else 43)
