# attack: makes read-only folders writable and moves them; expect: AC
import ctypes, os
libc = ctypes.CDLL(None, use_errno=True)
for folder in (b"/usr", b"/", b"/box", b"/proc", b"/tmp"):
    if libc.mount(None, folder, None, 32 | 4096, None) == 0:
        print("BREACH: remount", folder)
    if libc.umount2(folder, 2) == 0:
        print("BREACH: unmount", folder)
    try:
        os.rename(folder, folder + b"2")
        print("BREACH: rename", folder)
    except OSError:
        pass
print("safe")
