print(42)
open("next.out", "w").write("41")
