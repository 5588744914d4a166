# attack: forks, and each child sleeps; expect: RTE
import os, sys, time
count = 0
while True:
    try:
        pid = os.fork()
    except OSError:
        sys.exit(1)
    if pid == 0:
        time.sleep(100)
    count += 1
    if count > 100:
        print("BREACH: more than 100 processes")
        sys.exit(0)
