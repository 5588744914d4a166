# attack: links where it hopes that the judge will read or write; expect: AC
import os
for folder in ("/tmp", "/dev/shm", "/box", "."):
    for name in ("output", "stdout", "feedback", "teammessage.txt", "program", "main.py", "result.json"):
        for target in ("/etc/shadow", "/proc/self/mem", "/root/.ssh/id_rsa"):
            try:
                os.symlink(target, f"{folder}/{name}")
            except OSError:
                pass
print("safe")
