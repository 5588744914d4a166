# shellcheck shell=sh
# Stands for the judge where root started the platform: it ends with the judge's status, and the judge's
# input ends with its own. Its status is 121 if what starts the judge as root (judge_as_root.sh) has ended,
# and with it every chance of a judge. Sourced by the command in as_user.sh, with the control folder as $1.
lost=121
trap "" INT HUP QUIT
# Opened for both directions first, which does not wait.
# shellcheck disable=SC2094
exec 3<&0 4<>"$1/alive" 5<"$1/alive" 4<&-
cat <&3 >"$1/input" &
input=$!
(
  read -r status <"$1/status"
  exit "$status"
) &
reader=$!
(
  cat <&5 >/dev/null
  sleep 1 # a last status may be on its way
  kill -USR1 $reader
) 2>/dev/null &
watcher=$!
status=0
wait $reader 2>/dev/null || status=$?
kill $input $watcher 2>/dev/null
# 128 and the number of SIGUSR1
if [ $status = 138 ]; then exit $lost; fi
exit $status
