# shellcheck shell=bash
# Starts the platform and the command lines of judge and operator. Sourced by ./touchstone.

# The logs of the cache for fast starts are off: the program also runs without it.
LOG_OPTIONS=('-Xlog:aot*=off' '-Xlog:cds*=off')
JAVA_OPTIONS=(-XX:+UseParallelGC --enable-native-access=ALL-UNNAMED "${LOG_OPTIONS[@]}")
# shellcheck disable=SC2154 # set by ./touchstone
UP_OPTIONS=("@$here/deploy/memory/up.options" "${LOG_OPTIONS[@]}")
# shellcheck disable=SC2206 # options of the operator, separated by spaces
JUDGE_OPTIONS=("@$here/deploy/memory/judge.options" "${LOG_OPTIONS[@]}" ${TOUCHSTONE_JUDGE_JAVA_OPTIONS:-})

# File names are in UTF-8, which a program in another locale can't write. Every system has this
# locale.
in_utf8() {
  [ "$(locale charmap 2>/dev/null)" = UTF-8 ] || export LC_ALL=C.UTF-8
}

up_usage() {
  cat <<'TEXT'
Usage: ./touchstone up [--port PORT] [--host ADDRESS] [--data-dir FOLDER] [--accept-weak-sandbox] [--yes]

Builds what has changed, starts everything and prints the address. Ctrl-C stops it.

  --port PORT        where to listen; 0 takes any free port (default: 8080)
  --host ADDRESS     the address to listen on; 0.0.0.0 lets others in (default: 127.0.0.1)
  --accept-weak-sandbox
                     let others in although their programs may harm this machine; see doctor
  --data-dir FOLDER  where to keep all data (default: data, beside this script)
  -y, --yes          install missing packages without asking (as root, on Debian or Ubuntu)
  -V, --version      the version
  -h, --help         this text

Other settings are environment variables; docs/running.md lists them.
TEXT
}

# The first version in the parent pom is the project's own.
version() {
  sed -n 's:^  <version>\(.*\)</version>$:touchstone \1:p' pom.xml | head -n 1
}

up() {
  local answer=ask port=8080 host=127.0.0.1 data=$here/data options=()
  while [ $# -gt 0 ]; do
    case $1 in
      -h | --help)
        up_usage
        return
        ;;
      -V | --version)
        version
        return
        ;;
      -y | --yes) answer=yes ;;
      --port | --host | --data-dir)
        [ $# -gt 1 ] || fail "$1 needs a value; see ./touchstone up --help."
        set -- "$1=$2" "${@:3}"
        continue
        ;;
      --data-dir=*) data=${1#*=} ;;
      --port=*) port=${1#*=} && options+=("$1") ;;
      --host=*) host=${1#*=} && options+=("$1") ;;
      *) options+=("$1") ;;
    esac
    shift
  done
  case $data in /*) ;; *) data=$caller/$data ;; esac
  require_packages "$answer"
  require_tools
  require_place "$port" "$host" "$data"
  build_java
  build_web
  prepare_fast_start
  in_utf8
  cd "$caller" || exit
  # shellcheck disable=SC2086 # options of the operator, separated by spaces
  delegated bash "$here/scripts/platform.sh" "$here/standalone/target/standalone.jar" "$here/judge/target/judge.jar" "$data" \
    "${JUDGE_OPTIONS[@]}" "-XX:AOTCache=$here/$JUDGE_FAST_START" -- \
    "${UP_OPTIONS[@]}" "-XX:AOTCache=$here/$FAST_START" ${TOUCHSTONE_JAVA_OPTIONS:-} -- "${options[@]}"
}

# Checks before the build, which may take minutes, what would stop the start after it. The program
# itself checks more.
require_place() {
  local port=$1 host=$2 folder=$3
  case $host in
    0.0.0.0) host=127.0.0.1 ;;
    127.* | localhost) ;;
    *) port=0 ;; # connecting there might take long
  esac
  if [ "$port" != 0 ] && (exec 3<>"/dev/tcp/$host/$port") 2>/dev/null; then
    fail "Port $port of $host is taken by another program. Choose another with --port; --port 0 takes any free one."
  fi
  while [ ! -e "$folder" ]; do folder=$(dirname "$folder"); done
  if [ ! -d "$folder" ] || [ ! -w "$folder" ]; then
    fail "The data folder $3 is not writable. Choose another with --data-dir, or give this user write permission."
  fi
}

# Waits until the platform in the background has printed its URL, and prints it.
wait_for_url() {
  local log=$1 pid=$2 url
  for _ in $(seq 900); do
    url=$(sed -n 's/^.*Touchstone is ready: *\(http[^ ]*\).*$/\1/p' "$log" 2>/dev/null | head -n 1)
    [ -n "$url" ] && { say "$url"; return; }
    kill -0 "$pid" 2>/dev/null || break
    sleep 0.2
  done
  warn "The platform did not start:"
  cat "$log" >&2
  return 1
}

run_judge() {
  prepare_command
  # shellcheck disable=SC2086
  delegated java "${JAVA_OPTIONS[@]}" ${TOUCHSTONE_JAVA_OPTIONS:-} -jar "$here/judge/target/judge.jar" "$@"
}

bench_usage() {
  cat <<'TEXT'
Usage: ./touchstone bench judge|queue|class|api [OPTIONS]

  judge    what a run costs, the time to a verdict, and submissions a minute
  queue    how many jobs a second judges get and finish, by the number of submissions stored
  class    what 2,000 learners see who work at the same time, and what that costs
  api      what requests cost in services and gateway, compared with nginx

Each takes some minutes, in which the machine should do nothing else.
./touchstone bench queue --help, bench class --help and bench api --help list their options.
TEXT
}

bench() {
  case ${1:-} in
    judge) run_judge bench "$@" ;;
    queue) run_queue_bench "$@" ;;
    class) run_platform_bench "$@" ;;
    api) run_api_bench "$@" ;;
    -h | --help) bench_usage ;;
    *)
      bench_usage >&2
      exit 2
      ;;
  esac
}

# Service and judges share the JVM, so it gets more memory than a service alone.
run_queue_bench() {
  prepare_command
  # shellcheck disable=SC2086 # options of the operator, separated by spaces
  exec java "${JAVA_OPTIONS[@]}" -Xmx1g ${TOUCHSTONE_JAVA_OPTIONS:-} \
    -jar "$here/standalone/target/standalone.jar" bench "$@"
}

# The services get processes of their own, with the options of their JVMs. Without npm the web app's
# files are not measured.
run_api_bench() {
  prepare_command
  if command -v npm >/dev/null; then (cd "$here" && build_web >&2); fi
  # shellcheck disable=SC2086 # options of the operator, separated by spaces
  exec java "${JAVA_OPTIONS[@]}" -Xmx512m ${TOUCHSTONE_JAVA_OPTIONS:-} "-Dtouchstone.home=$here" \
    -jar "$here/standalone/target/standalone.jar" bench "$@"
}

# The benchmark starts a platform as `up` does, on a folder of its own.
run_platform_bench() {
  local platform
  prepare_command
  (cd "$here" && prepare_fast_start >&2)
  platform=(bash "$here/scripts/platform.sh" "$here/standalone/target/standalone.jar" "$here/judge/target/judge.jar" '{data}'
    "${JUDGE_OPTIONS[@]}" "-XX:AOTCache=$here/$JUDGE_FAST_START" --
    "${UP_OPTIONS[@]}" "-XX:AOTCache=$here/$FAST_START" -- --port 0)
  # shellcheck disable=SC2086 # options of the operator, separated by spaces
  delegated java "${JAVA_OPTIONS[@]}" -Xmx1g ${TOUCHSTONE_JAVA_OPTIONS:-} "-Dtouchstone.home=$here" \
    "-Dtouchstone.platform.command=$(printf '%s\n' "${platform[@]}")" -jar "$here/standalone/target/standalone.jar" bench "$@"
}

# By root on a folder of the services' user: as that user, since PostgreSQL refuses root.
reset_password() {
  local data=$here/data options=() as_owner=() java
  while [ $# -gt 0 ]; do
    case $1 in
      --data-dir)
        [ $# -gt 1 ] || fail "$1 needs a value; see ./touchstone reset-password --help."
        data=$2
        shift
        ;;
      --data-dir=*) data=${1#*=} ;;
      *) options+=("$1") ;;
    esac
    shift
  done
  case $data in /*) ;; *) data=$caller/$data ;; esac
  prepare_command
  java=$(readlink -f "$(command -v java)")
  if [ "$(id -u)" = 0 ] && [ "$(stat -c %u "$data/format" 2>/dev/null)" = "$USER_OF_SERVICES" ]; then
    let_read "$here/standalone/target"
    if unshare --mount true 2>/dev/null; then
      as_owner=(unshare --mount --propagation private -- bash "$here/scripts/in_view.sh" yes)
    else
      as_owner=(bash "$here/scripts/in_view.sh" no)
    fi
    as_owner+=("$USER_OF_SERVICES" "$data" "$here/standalone/target" "$(java_home)" --)
  fi
  exec "${as_owner[@]}" "$java" "${JAVA_OPTIONS[@]}" -jar "$here/standalone/target/standalone.jar" \
    reset-password --data-dir "$data" "${options[@]}"
}

# backup and restore, by whoever may read the data folder.
run_on_data() {
  prepare_command
  exec java "${JAVA_OPTIONS[@]}" "-Dtouchstone.home=$here" -jar "$here/standalone/target/standalone.jar" "$@"
}

run_operations() {
  prepare_command
  exec java "${JAVA_OPTIONS[@]}" -jar "$here/operations/target/operations.jar" "$@"
}

# For a command that needs no web app. Its arguments name files relative to the caller's folder.
prepare_command() {
  require_java
  command -v mvn >/dev/null || fail "Maven is missing. Install it: ./touchstone setup up"
  build_java >&2
  in_utf8
  cd "$caller" || exit
}

# Replaces this shell by the command. An ordinary user's command runs in its own control group
# where systemd's user manager can make one; without it the judge limits single processes only.
delegated() {
  local scope=(systemd-run --user --scope --quiet --property=Delegate=yes --)
  if [ "$(id -u)" != 0 ] && [ -f /sys/fs/cgroup/cgroup.controllers ] && "${scope[@]}" true 2>/dev/null; then
    exec "${scope[@]}" "$@"
  fi
  exec "$@"
}

# with_platform LOG SERVICES_JAR JUDGE_JAR COMMAND…: runs the command with TOUCHSTONE_URL and TOUCHSTONE_ADMIN_PASSWORD of a
# platform with a data folder of its own, which ends with it. Its status is the command's.
with_platform() (
  log=$1 services_jar=$2 judge_jar=$3
  shift 3
  data=$(mktemp -d)
  mkdir -p "$(dirname "$log")"
  bash "$here/scripts/platform.sh" "$services_jar" "$judge_jar" "$data" \
    -- "${JAVA_OPTIONS[@]}" -- --port 0 >"$log" 2>&1 &
  pid=$!
  trap 'kill $pid 2>/dev/null || true; wait $pid 2>/dev/null || true; rm -rf "$data"' EXIT
  TOUCHSTONE_URL=$(wait_for_url "$log" "$pid") || exit
  TOUCHSTONE_ADMIN_PASSWORD=$(wait_for_password "$log") || exit
  export TOUCHSTONE_URL TOUCHSTONE_ADMIN_PASSWORD
  "$@"
)

# The administrator's password, which a new platform prints after its URL.
wait_for_password() {
  local password
  for _ in $(seq 50); do
    password=$(sed -n 's/^ *password  *//p' "$1" | head -n 1)
    [ -n "$password" ] && { say "$password"; return; }
    sleep 0.1
  done
  warn "The platform did not print the administrator's password."
  return 1
}
