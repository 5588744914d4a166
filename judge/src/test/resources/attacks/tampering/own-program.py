# attack: changes the program that is kept for the next who hands in the same; expect: AC
import os

def attempt(what, action):
    try:
        action()
        print("BREACH:", what)
    except OSError:
        pass

attempt("written", lambda: open("/box/main.py", "a").write("print('BREACH: changed')\n"))
attempt("truncated", lambda: os.truncate("/box/main.py", 0))
attempt("replaced", lambda: os.rename("/box/main.py", "/box/other.py"))
attempt("removed", lambda: os.unlink("/box/main.py"))
attempt("added", lambda: open("/box/sitecustomize.py", "w").close())
attempt("mode", lambda: os.chmod("/box/main.py", 0o777))
attempt("times", lambda: os.utime("/box/main.py", (0, 0)))
attempt("link", lambda: os.link("/box/main.py", "/tmp/main.py"))
print("safe")
