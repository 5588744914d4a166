# attack: the classic of the shell; expect: RTE TLE MLE
bomb() { bomb | bomb & }
bomb
wait
exit 1
