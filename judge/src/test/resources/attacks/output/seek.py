# attack: a hole of a gigabyte in its output; expect: RTE
import os, signal
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
os.lseek(1, 1 << 30, os.SEEK_SET)
os.write(1, b"x")
print("BREACH: a gigabyte")
