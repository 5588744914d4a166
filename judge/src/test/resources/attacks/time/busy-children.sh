# attack: hides its CPU time in children that it does not wait for; expect: TLE
for i in 1 2 3 4 5 6; do (while :; do :; done) & done
while :; do sleep 1; done
