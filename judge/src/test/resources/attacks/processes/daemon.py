# attack: leaves a hundred sleepers that ignore signals; expect: AC RTE
import os, signal, time
for _ in range(100):
    if os.fork() == 0:
        os.setsid()
        for number in range(1, 32):
            if number not in (9, 19):
                signal.signal(number, signal.SIG_IGN)
        time.sleep(1000)
print("safe")
