# attack: what /proc tells of the machine, its keys and its mounts; expect: AC
import os
def text(name):
    try:
        with open("/proc/" + name, "rb") as file: return file.read(1 << 16)
    except OSError: return b""
for name in ("kcore", "kmsg", "kpageflags", "keys", "key-users", "locks", "slabinfo", "timer_list", "vmallocinfo", "net/unix"):
    lines = text(name).splitlines()[1 if name == "net/unix" else 0:]
    if lines: print("BREACH:", name, lines[0])
for name in ("kallsyms", "modules", "iomem"):
    for line in text(name).split(b"\n")[:99]:
        if any(len(word) > 9 and word.strip(b"0x") and word.isalnum() and all(c in b"0123456789abcdefx" for c in word) for word in line.split()[:1] + line.split()[-1:]):
            print("BREACH:", name, line)
for word in (b"/secret", b"/work/", b"/home", b"/root/", b"attack", b".ans", b"overlay", b"cgroup"):
    if word in text("self/mountinfo"): print("BREACH: mounts", word)
harmless = {"/proc/sys/kernel/ns_last_pid"} | {"/proc/pressure/" + name for name in ("io", "cpu", "memory", "irq")}
for folder, folders, files in os.walk("/proc"):
    if folder == "/proc": folders[:] = [name for name in folders if not name.isdigit() and "self" not in name]
    for name in files:
        path = os.path.join(folder, name)
        if path not in harmless and os.access(path, os.W_OK): print("BREACH: may write", path)
print("safe")
