# attack: folders in folders, too deep for those who remove by path; expect: AC
import os
name = "long-name-" * 4
os.chdir("/tmp")
for _ in range(150):
    os.mkdir(name)
    os.chdir(name)
print("safe")
