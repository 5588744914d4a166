# attack: looks for a network that leads somewhere; expect: AC
tail -n +3 /proc/net/dev | grep -v ' lo:' && echo BREACH: interface
tail -n +2 /proc/net/route | grep . && echo BREACH: route
tail -n +2 /proc/net/arp | grep . && echo BREACH: neighbour
echo safe
