# shellcheck shell=bash
# For a start by root: the services and PostgreSQL, which listen and read what people send, run as
# another user without rights. The judge stays root, which its boxes need; a process beside the
# services starts it on their request. Sourced by platform.sh, whose variables it uses, after tools.sh.

# Below the users of the judge's boxes, in a range that nobody else uses (systemd.io/UIDS-GIDS). It is
# also a group.
USER_OF_SERVICES=60599

# Whether the namespace of this process has the user; see user_namespaces(7).
has_user() { awk -v user="$1" '$1 <= user && user < $1 + $3 { found = 1 } END { exit !found }' /proc/self/uid_map; }

# Replaces this shell by the services.
# shellcheck disable=SC2154 # set by platform.sh
start_as_user() {
  setpriv --reuid="$USER_OF_SERVICES" --regid="$USER_OF_SERVICES" --clear-groups true ||
    fail "Root may not become another user here, so the services would run as root. Start Touchstone as an ordinary user, or give root the capabilities CAP_SETUID and CAP_SETGID."
  take_over
  # What only root may change: the services can't direct the judge to files of others.
  local control
  control=$(mktemp -d -p /run touchstone.XXXXXX 2>/dev/null || mktemp -d -p /tmp touchstone.XXXXXX)
  mkfifo -m 620 "$control/input"
  mkfifo -m 640 "$control/status"
  mkfifo -m 660 "$control/alive"
  chmod 750 "$control"
  chgrp -R "$USER_OF_SERVICES" "$control"
  # Its input ends with this process, whatever that becomes and however it ends. It alone has `alive`
  # open to write, so others see when it has ended.
  local alive
  exec {alive}<>"$control/alive"
  # shellcheck disable=SC2034 # only kept open
  exec {life}> >(exec bash "$scripts/judge_as_root.sh" "$control" "${judge[@]}" 4<&"$alive" {alive}<&-)
  exec {alive}<&-
  # In one line, as each line is an argument. No folder: what starts the judge has ended.
  install -m 640 -g "$USER_OF_SERVICES" "$scripts/judge_proxy.sh" "$control/proxy.sh"
  # shellcheck disable=SC2016 # for the other shell
  local proxy='[ -p "$1/alive" ] || exit 121; . "$1/proxy.sh"'
  services+=("-Dtouchstone.judge.command=$(printf '%s\n' sh -c "$proxy" sh "$control")")
  let_read "$(dirname "$services_jar")" "$home/web/dist" "$home/exercises/starter"
  local namespace=() mounts=no
  if unshare --mount true 2>/dev/null; then
    namespace=(unshare --mount --propagation private --) mounts=yes
  fi
  HOME=$data exec "${namespace[@]}" bash "$scripts/in_view.sh" "$mounts" "$USER_OF_SERVICES" "$data" \
    "$(dirname "$services_jar")" "$home/web/dist" "$home/exercises/starter" "$(java_home)" \
    "${TOUCHSTONE_STARTER_EXERCISES:-}" "${TOUCHSTONE_LANGUAGES_DIR:-}" -- "${services[@]}" "${arguments[@]}"
}

# Programs, pages and exercises are no secret, but root's umask may have made them one.
let_read() {
  local folder
  for folder; do
    if [ -n "$(find "$folder" ! -type l ! -perm -o=r -print -quit 2>/dev/null)" ]; then chmod -R o+rX "$folder"; fi
  done
}

java_home() { dirname "$(dirname "$java")"; }

# Makes the data folder root's, where the services may only create and change what is theirs. Files
# of an earlier start, by root or by an ordinary user, become theirs.
take_over() {
  mkdir -p "$data" 2>/dev/null ||
    fail "The data folder $data can't be created. Choose another with --data-dir."
  if is_locked "$data/lock"; then
    fail "Another Touchstone is using the data folder $data. Stop it, or choose another folder with --data-dir."
  fi
  require_own_way
  if [ ! -f "$data/format" ]; then
    # A misspelt option must not change an unrelated folder.
    local other
    other=$(find "$data" -mindepth 1 -maxdepth 1 ! -name lock ! -name format.new \
      ! \( -name judge -type d -uid 0 \) -print -quit)
    [ -z "$other" ] || fail "The folder $data contains other files. Choose a new or empty one with --data-dir."
    rm -f "$data/lock" "$data/format.new" # of a start in its first moments
  elif [ "$(cat "$data/format")" != 1 ]; then
    fail "The data folder $data was written by a newer version of Touchstone. Start that version, or choose another folder with --data-dir. Nothing was changed."
  fi
  refuse_second_names
  # The sticky bit: nobody but root removes or renames what is root's.
  { chown "0:$USER_OF_SERVICES" "$data" && chmod 1770 "$data"; } ||
    fail "The data folder $data can't be given to the services' user. Choose one on a local disk with --data-dir."
  own_cache
  give_files
}

# The judge's folder has only copies; one that is not root's may hold links to anywhere.
own_cache() {
  if [ -L "$data/judge" ] || [ "$(stat -c '%u %F' "$data/judge" 2>/dev/null)" != "0 directory" ]; then
    rm -rf "$data/judge"
    mkdir -m 700 "$data/judge"
  fi
}

# In the data folder: what the services do not own yet.
OTHERS_FILES=(-xdev -mindepth 1 -path ./judge -prune -o ! -uid "$USER_OF_SERVICES")

is_to_give() { [ -e format ] && [ "$(stat -c %u format)" != "$USER_OF_SERVICES" ]; }

# Before anything is changed: such a file may be one of root's.
refuse_second_names() (
  cd -P "$data"
  is_to_give || return 0
  linked=$(find . "${OTHERS_FILES[@]}" -type f -links +1 -print -quit)
  [ -z "$linked" ] ||
    fail "$data/${linked#./} has a second name elsewhere (a hard link), so it can't be given to the services' user. Replace it by a copy, then start again."
)

# Whoever owns a folder above could put another in place of the judge's, which root writes to. The
# owner of the program itself is trusted: root runs it.
require_own_way() {
  local folder=$data owner
  while [ "$folder" != / ]; do
    folder=$(dirname "$folder")
    owner=$(stat -c %u "$folder")
    if [ "$owner" != 0 ] && [ "$owner" != "$(stat -c %u "$scripts")" ]; then
      fail "The folder $folder belongs to another user, who could exchange the data of root's judge. Choose a folder of root's with --data-dir, or start Touchstone as that user."
    fi
    if [ -n "$(find "$folder" -maxdepth 0 -perm -o=w ! -perm -1000)" ]; then
      fail "Everyone may write to the folder $folder, and so exchange the data of root's judge. Choose another with --data-dir, or: chmod o-w $folder"
    fi
  done
}

# The file `format` changes hands last, so that a start that is killed is made up for by the next.
# -execdir: no folder on the way can be replaced by a link meanwhile. Names are relative because find
# takes those that it compares as patterns.
give_files() (
  cd -P "$data"
  is_to_give || return 0
  echo "Giving the data folder to the services' user ($USER_OF_SERVICES) …"
  find . "${OTHERS_FILES[@]}" ! -path ./format -execdir chown -h "$USER_OF_SERVICES:$USER_OF_SERVICES" {} +
  chown -h "$USER_OF_SERVICES:$USER_OF_SERVICES" format
)

# Whether a process has locked the file. POSIX locks are not those of flock(1). The device is not
# compared: some file systems show another one there.
is_locked() { [ -e "$1" ] && grep -q "POSIX.*:$(stat -c %i "$1") " /proc/locks; }
