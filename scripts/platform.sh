#!/usr/bin/env bash
# Starts the built platform: the services in one process and, on their request, the judge in another.
# Started by root, only the judge stays root; see as_user.sh.
#
# Usage: scripts/platform.sh SERVICES_JAR JUDGE_JAR DATA_FOLDER [JUDGE_OPTION…] -- [JAVA_OPTION…] -- [ARGUMENT…]
#
# The options are those of the two virtual machines, the arguments those of `up`. Paths are absolute.
set -euo pipefail
scripts=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")" && pwd)
home=${scripts%/*}
services_jar=$1 judge_jar=$2
data=$(realpath -m -- "$3")
shift 3

# add_option ARRAY OPTION: a file of options, `@FILE`, becomes its lines, because the services may not
# be able to read it.
add_option() {
  local -n options=$1
  case $2 in
    @*) mapfile -t -O "${#options[@]}" options < <(sed '/^#/d' "${2#@}") ;;
    *) options+=("$2") ;;
  esac
}

# Its own path: links to it may be where the services' user may not enter.
java=$(readlink -f "$(command -v java)")
judge=("$java")
while [ "$1" != -- ]; do
  add_option judge "$1"
  shift
done
shift
# The sandbox calls the C library.
judge+=(--enable-native-access=ALL-UNNAMED)
judge+=("-Dtouchstone.log=$data/judge/judge" -Dlogback.configurationFile=dev/touchstone/platform/telemetry/file.xml)
judge+=(-jar "$judge_jar" serve --data-dir "$data/judge" --settings-from-input)

services=("$java")
while [ "$1" != -- ]; do
  add_option services "$1"
  shift
done
shift
services+=("-Dtouchstone.home=$home")
arguments=(-jar "$services_jar" up --data-dir "$data" "$@")

# shellcheck source=scripts/tools.sh
. "$scripts/tools.sh"
# shellcheck source=scripts/as_user.sh
. "$scripts/as_user.sh"
# Root may have one user only, as in many containers; it is an ordinary user then.
if [ "$(id -u)" = 0 ] && has_user "$USER_OF_SERVICES"; then
  start_as_user
fi
# Ctrl-C and the end of a terminal reach all its processes, but the services decide when the judge stops.
# shellcheck disable=SC2016 # for the other shell
judge=(sh -c 'trap "" INT HUP QUIT; exec "$@"' sh "${judge[@]}")
exec "${services[@]}" "-Dtouchstone.judge.command=$(printf '%s\n' "${judge[@]}")" "${arguments[@]}"
