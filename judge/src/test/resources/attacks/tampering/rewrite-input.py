# attack: rewrites the test behind its standard input; expect: AC
import os

name = os.readlink("/proc/self/fd/0")
if not name.endswith("/input"):
    print("BREACH: standard input is", name)
try:
    os.fchmod(0, 0o600)
except OSError:
    pass
try:
    again = os.open("/proc/self/fd/0", os.O_RDWR)
    os.ftruncate(again, 0)
    os.pwrite(again, b"100 1\n", 0)
except OSError:
    pass
print("safe")
