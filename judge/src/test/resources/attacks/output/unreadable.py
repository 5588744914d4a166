# attack: makes its output and complaints unreadable for the judge; expect: AC
import os
print("safe", flush=True)
for number in (0, 1, 2):
    try:
        os.fchmod(number, 0)
    except OSError:
        pass
