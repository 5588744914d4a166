import pathlib
import sys

most = int(open(sys.argv[1]).read())
found = len(set(sys.stdin.read().split()))
if found == 0:
    sys.exit(43)
(pathlib.Path(sys.argv[3]) / "score.txt").write_text(str(min(found, most)))
sys.exit(42)
