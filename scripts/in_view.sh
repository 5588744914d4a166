#!/usr/bin/env bash
# Runs a command as a user without rights, in a mount namespace made for it. There the user has a name,
# without which PostgreSQL creates no database; and the command reaches its folders even if they are
# below one that others may not enter, such as root's home. The rest of such a folder is hidden.
#
# Usage: in_view.sh yes|no USER DATA_FOLDER PROGRAM_FOLDER… -- COMMAND…
#
# `no`: without the namespace, which this root may not make.
set -euo pipefail
# shellcheck source=scripts/tools.sh
. "$(dirname "${BASH_SOURCE[0]}")/tools.sh"
mounts=$1 user=$2 data=$3
shift 3
folders=()
while [ "$1" != -- ]; do
  if [ -e "$1" ]; then folders+=("$1"); fi
  shift
done
shift

# Not in most containers.
may_mount() { [ "$mounts" = yes ]; }

as_user=(setpriv --reuid="$user" --regid="$user" --clear-groups --no-new-privs)

# The first folder on the way to each that the user may not enter.
# shellcheck disable=SC2016 # for the other shell
closed() {
  "${as_user[@]}" bash -c '
    for path; do
      folder=
      IFS=/ read -r -a names <<<"${path#/}"
      for name in "${names[@]}"; do
        folder+=/$name
        if [ ! -x "$folder" ]; then printf "%s\n" "$folder"; break; fi
      done
    done' bash "$@" | sort -u
}

folders+=("$data")
mapfile -t closed < <(closed "${folders[@]}")
if [ "${#closed[@]}" -gt 0 ]; then
  may_mount || fail "The services' user ($user) may not enter ${closed[0]}. Move Touchstone and its data folder to where it may, or: chmod o+x ${closed[0]}"
  handles=()
  for folder in "${folders[@]}"; do
    exec {handle}<"$folder"
    handles+=("$handle")
  done
  for folder in "${closed[@]}"; do
    mount -t tmpfs -o mode=755,size=1m touchstone "$folder"
  done
  for i in "${!folders[@]}"; do
    handle=${handles[$i]}
    if [ ! -e "${folders[$i]}" ]; then
      (umask 022 && mkdir -p "${folders[$i]}")
      mount --no-canonicalize --bind "/proc/self/fd/$handle" "${folders[$i]}"
    fi
    exec {handle}<&-
  done
fi

if ! getent passwd "$user" >/dev/null; then
  may_mount || fail "PostgreSQL needs a name for the services' user ($user). Give it one: useradd --system --uid $user touchstone"
  users=$(mktemp)
  { cat /etc/passwd && printf 'touchstone:x:%s:%s::%s:/usr/sbin/nologin\n' "$user" "$user" "$data"; } >"$users"
  chmod 644 "$users"
  mount --bind "$users" /etc/passwd
  rm -f "$users"
fi

# It may still listen below 1024, which is why some start it as root, where root may hand that on.
only="-all,+net_bind_service"
port=("--inh-caps=$only" "--ambient-caps=$only" "--bounding-set=$only")
"${as_user[@]}" "${port[@]}" true 2>/dev/null || port=()
exec "${as_user[@]}" "${port[@]}" -- "$@"
