# attack: makes the device of the host's disk; expect: AC
import os, stat
for major, minor in ((8, 0), (254, 0), (1, 1)):
    try:
        os.mknod("/tmp/disk", 0o600 | stat.S_IFBLK, os.makedev(major, minor))
        print("BREACH: device")
    except OSError:
        pass
print("safe")
