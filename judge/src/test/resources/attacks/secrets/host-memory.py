# attack: reads the kernel's and the host's memory; expect: AC
for name in ("/proc/kcore", "/dev/mem", "/dev/kmem", "/dev/port", "/proc/kmsg", "/proc/timer_list", "/proc/slabinfo", "/proc/vmallocinfo", "/dev/kmsg", "/proc/pagetypeinfo"):
    try:
        if open(name, "rb").read(16):
            print("BREACH:", name)
    except OSError:
        pass
for line in open("/proc/kallsyms") if __import__("os").access("/proc/kallsyms", 4) else []:
    if not line.startswith("0000000000000000"):
        print("BREACH: addresses")
        break
print("safe")
