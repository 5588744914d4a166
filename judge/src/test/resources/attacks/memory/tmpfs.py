# attack: files in memory, in all folders that it may write; expect: AC
total = 0
for folder in ("/tmp", "/dev/shm", "/box", "/var/tmp", "/run"):
    try:
        with open(folder + "/file", "wb") as file:
            while True:
                total += file.write(b"x" * 65536)
                file.flush()
                if total > 100 << 20:
                    raise SystemExit("BREACH")
    except OSError:
        pass
print("safe")
