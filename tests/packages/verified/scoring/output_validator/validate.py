import pathlib
import sys

wanted, found = int(open(sys.argv[2]).read()), int(sys.stdin.read())
if found == wanted + 1 and wanted > 3:
    (pathlib.Path(sys.argv[3]) / "score_multiplier.txt").write_text("0.5")
    sys.exit(42)
sys.exit(42 if found == wanted else 43)
