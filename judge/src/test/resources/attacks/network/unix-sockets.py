# attack: sockets of the host by path and by abstract name; expect: AC
import socket
names = ["/run/systemd/private", "/var/run/docker.sock", "/run/dbus/system_bus_socket", "/run/postgresql/.s.PGSQL.5432", "/tmp/.X11-unix/X0"]
names += ["\0/tmp/.X11-unix/X0", "\0/com/ubuntu/upstart", "\0/tmp/dbus"]
for name in names:
    try:
        with socket.socket(socket.AF_UNIX) as s:
            s.connect(name)
            print("BREACH:", name)
    except OSError:
        pass
print("safe")
