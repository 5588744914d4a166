"""Judges by the constants in its own source and in its arguments, which must be the same."""
import sys

step, number = sys.argv[4:6]
if step != "{{step}}" or "{{large}}" != "1e18":
    sys.exit(1)
sys.exit(42 if float(sys.stdin.read()) == float(number) + float(step) else 43)
