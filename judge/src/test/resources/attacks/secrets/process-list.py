# attack: reads the list of processes and their command lines; expect: AC
import os
for pid in (name for name in os.listdir("/proc") if name.isdigit()):
    try:
        line = open(f"/proc/{pid}/cmdline").read().replace("\0", " ")
    except FileNotFoundError:
        line = ""  # the first process, which is hidden
    if int(pid) > 20 or "java" in line or "touchstone" in line:
        print("BREACH:", pid, line)
print("safe")
