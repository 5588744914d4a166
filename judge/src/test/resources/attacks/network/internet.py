# attack: connects to the host, the cloud's metadata and the outside; expect: AC
import socket
for family, address in (
    (socket.AF_INET, ("127.0.0.1", 5003)), (socket.AF_INET, ("127.0.0.1", 22)),
    (socket.AF_INET, ("169.254.169.254", 80)), (socket.AF_INET, ("10.0.0.1", 53)),
    (socket.AF_INET, ("192.0.2.1", 80)),
    (socket.AF_INET6, ("::1", 5003)), (socket.AF_INET6, ("2001:db8::1", 80))):
    try:
        with socket.socket(family, socket.SOCK_STREAM) as s:
            s.settimeout(1)
            s.connect(address)
            print("BREACH:", address)
    except OSError:
        pass
try:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as s:
        s.sendto(b"x", ("192.0.2.1", 53))
        print("BREACH: datagram")
except OSError:
    pass
print("safe")
