# attack: opens its output again, to read or to let it grow; expect: AC
import os
for flags in (os.O_RDWR, os.O_WRONLY | os.O_APPEND, os.O_RDONLY):
    for number in (0, 1, 2):
        try:
            fd = os.open(f"/proc/self/fd/{number}", flags)
            os.close(fd)
            if number and os.getuid() >= 60600:
                print("BREACH: opened again", number)
        except OSError:
            pass
print("safe")
