# attack: changes settings of the kernel; expect: AC
import os
for root, _, names in os.walk("/proc/sys"):
    for name in names:
        path = os.path.join(root, name)
        try:
            os.write(os.open(path, os.O_WRONLY), b"1")
            print("BREACH:", path)
        except OSError:
            pass
for path in ("/proc/sysrq-trigger", "/proc/1/loginuid", "/proc/1/uid_map", "/proc/1/setgroups", "/proc/irq/default_smp_affinity"):
    try:
        with open(path, "w") as file:
            file.write("0")
        print("BREACH:", path)
    except OSError:
        pass
print("safe")
