# attack: looks for what the one before it left; expect: AC
import os, socket
s = socket.socket(socket.AF_UNIX)
try:
    s.bind("\0mark")
except OSError:
    print("BREACH: the mark of a former run")
for folder in ("/tmp", "/dev/shm", "/box"):
    try:
        if os.path.exists(folder + "/mark"):
            print("BREACH: the mark of a former run")
        open(folder + "/mark", "w").close()
    except OSError:
        pass
if os.fork() == 0:
    import time
    time.sleep(1000)
print("safe")
