# attack: any capability, any way to new privileges; expect: AC
status = dict(line.split(":\t") for line in open("/proc/self/status").read().splitlines() if ":\t" in line)
for name in ("CapInh", "CapPrm", "CapEff", "CapAmb", "CapBnd"):
    if int(status[name], 16):
        print("BREACH:", name, status[name])
if status["NoNewPrivs"] != "1" or status["Seccomp"] != "2":
    print("BREACH: status")
print("safe")
