# attack: any capability, any way to new privileges; expect: AC
for pid in ("self", "1"):
    status = dict(line.split(":\t") for line in open(f"/proc/{pid}/status").read().splitlines() if ":\t" in line)
    for name in ("CapInh", "CapPrm", "CapEff", "CapAmb", "CapBnd"):
        if pid == "self" and int(status[name], 16):
            print("BREACH:", name, status[name])
    if status["NoNewPrivs"] != "1" or status["Seccomp"] != "2":
        print("BREACH: status of", pid)
print("safe")
