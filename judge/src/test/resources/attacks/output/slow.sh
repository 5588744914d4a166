# attack: a little output now and then; expect: TLE
while :; do echo safe; sleep 0.1; done
