# attack: who is the host; expect: AC
[ "$(cat /proc/sys/kernel/hostname)" = box ] || echo BREACH: name
[ -e /etc/hostname ] || [ -e /etc/machine-id ] && echo BREACH: machine
echo safe
