# attack: raises its own limits; expect: AC
import resource
for name in (resource.RLIMIT_CPU, resource.RLIMIT_FSIZE, resource.RLIMIT_NOFILE, resource.RLIMIT_CORE):
    soft, hard = resource.getrlimit(name)
    if hard == resource.RLIM_INFINITY:
        continue
    try:
        resource.setrlimit(name, (hard + 1, hard + 1))
        print("BREACH: limit", name)
    except (ValueError, OSError):
        pass
print("safe")
