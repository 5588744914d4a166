"""Calls the function check of a DMOJ checker; points are a share of 1."""
import json
import os
import sys

# Scripts start with their folder on the path, where the checker and its module dmoj are.
from dmoj_checker import check

given, answer, feedback = sys.argv[1:4]
with open(given, "rb") as file:
    judge_input = file.read()
with open(answer, "rb") as file:
    judge_output = file.read()
with open(os.path.join(sys.path[0], "arguments.json")) as file:
    named = json.load(file)
result = check(
    sys.stdin.buffer.read(),
    judge_output,
    judge_input=judge_input,
    point_value=1.0,
    submission_source=b"",
    submission_language="",
    problem_id="",
    case_position=0,
    batch=0,
    binary_data=False,
    execution_time=0.0,
    result=None,
    **named,
)
passed = getattr(result, "passed", bool(result))
points = float(getattr(result, "points", 1.0 if passed else 0.0))
message = getattr(result, "feedback", None)
if message:
    with open(os.path.join(feedback, "judgemessage.txt"), "w") as file:
        file.write(str(message))
if "partial" in sys.argv[4:] and 0 < points < 1:
    with open(os.path.join(feedback, "score_multiplier.txt"), "w") as file:
        file.write("%.9f" % points)
    sys.exit(42)
sys.exit(42 if passed and points >= 1 else 43)
