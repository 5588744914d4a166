# attack: files that build tools would run; expect: AC
import os
print("BREACH" if any(os.path.exists(p + "/ran") for p in ("/tmp", "/box", "/dev/shm")) else "safe")
