#!/usr/bin/env bash
# Starts the judge as root when the services ask for it: when they open its input. They hear of its end
# by its exit status, and may ask again. Ends at the end of its own input, which they hold open. Its end
# shows at the descriptor 4, which its children don't get.
#
# Usage: judge_as_root.sh CONTROL_FOLDER COMMAND…
set -euo pipefail
control=$1
shift
child=
stop() {
  kill $child 2>/dev/null || true
  (sleep 60 && kill -KILL $child) 2>/dev/null 4<&- &
  local last=$!
  wait $child || true
  kill $last 2>/dev/null || true
  # Opened for both directions, which does not wait; who waits for a status gets one.
  echo 143 1<>"$control/status" || true
  rm -rf "$control"
  exit 0
}
# Those of the terminal; the services decide when the judge stops.
trap '' INT HUP QUIT
trap stop TERM
exec 3<&0
(
  cat <&3 >/dev/null
  kill -TERM $$
) 4<&- &
# Its settings come from the services, except for those that decide what root reads and runs.
for name in ${!TOUCHSTONE_@} ${!DATABASE_@}; do
  case $name in
    TOUCHSTONE_LANGUAGES_DIR | TOUCHSTONE_LOG_LEVEL) ;;
    *) unset "$name" ;;
  esac
done
# In the background, so that a signal is answered while it waits.
while true; do
  status=0
  "$@" <"$control/input" 4<&- &
  child=$!
  wait $child || status=$?
  echo "$status" >"$control/status" 4<&- &
  child=$!
  wait $child || true
done
