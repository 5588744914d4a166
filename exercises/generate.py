#!/usr/bin/env python3
"""Writes the hidden tests of exercises: python3 exercises/generate.py exercises/starter/NAME…

Takes the inputs from the function tests() in generators/tests.py of each exercise, which yields
pairs of a name such as "01" or "group1/01" and a text, and the answers from its accepted Python
solution. Running it again writes the same files.
"""

import importlib.util
import subprocess
import sys
from pathlib import Path


def load(script):
    spec = importlib.util.spec_from_file_location("tests", script)
    module = importlib.util.module_from_spec(spec)
    sys.dont_write_bytecode = True
    spec.loader.exec_module(module)
    return module


def generate(exercise):
    secret = exercise / "data" / "secret"
    (solution,) = (exercise / "submissions" / "accepted").glob("*.py")
    for old in [*secret.rglob("*.in"), *secret.rglob("*.ans")]:
        old.unlink()
    for name, text in load(exercise / "generators" / "tests.py").tests():
        target = secret / f"{name}.in"
        target.parent.mkdir(parents=True, exist_ok=True)
        if target.exists():
            sys.exit(f"{exercise}: two tests are named {name}")
        target.write_text(text, encoding="ascii")
        answer = subprocess.run(
            [sys.executable, solution], input=text, capture_output=True, text=True, check=True
        )
        target.with_suffix(".ans").write_text(answer.stdout, encoding="ascii")


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    for argument in sys.argv[1:]:
        generate(Path(argument))
