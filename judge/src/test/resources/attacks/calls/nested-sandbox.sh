# attack: a box inside of the box; expect: AC
unshare -Ur id 2>/dev/null && echo BREACH: unshare
bwrap --unshare-user --ro-bind / / id 2>/dev/null && echo BREACH: bwrap
chroot / id 2>/dev/null && echo BREACH: chroot
nsenter -t 1 -a id 2>/dev/null && echo BREACH: nsenter
mount -t tmpfs x /tmp 2>/dev/null && echo BREACH: mount
echo safe
