# attack: reads the answers, the judge's files and the host's secrets; expect: AC
import os
places = ["/etc/shadow", "/etc/passwd", "/etc/ssh", "/root", "/home", "/work", "/data", "/var", "/run", "/opt", "/srv", "/mnt", "/boot", "/sys", "/media",
          "/source", "/../../root", "/proc/1/root/root", "/proc/self/root/root", "/proc/1/cwd/root", "/box/../root", "/tmp/..", "/proc/2/cwd/../../root"]
allowed = {"bin", "box", "dev", "etc", "lib", "lib32", "lib64", "libx32", "proc", "sbin", "source", "data", "tmp", "usr", "opt"}
for place in places:
    try:
        found = os.listdir(place) if os.path.isdir(place) else [open(place).read()[:20]]
        if set(found) - allowed:
            print("BREACH:", place, found)
    except OSError:
        pass
print("safe")
