# attack: a little output from time to time; expect: TLE
while :; do echo safe; sleep 0.1; done
