# attack: kills its parent and the first process; expect: AC
import os, signal
for pid in (os.getppid(), 1, 0x7fff):
    for number in (signal.SIGKILL, signal.SIGSTOP, signal.SIGTERM, signal.SIGSEGV, signal.SIGCHLD):
        try:
            os.kill(pid, number)
        except OSError:
            pass
print("safe")
