# attack: empty files without end; expect: AC MLE
import os
made = 0
try:
    while made < 60_000:
        os.close(os.open(f"/tmp/{made}", os.O_CREAT | os.O_WRONLY))
        made += 1
except OSError:
    pass
print("safe" if made < 25_000 else f"BREACH: {made} files")
