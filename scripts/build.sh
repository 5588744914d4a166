# shellcheck shell=bash
# Builds what has changed since the last build. Sourced by ./touchstone.

# Is anything below the given paths newer than the stamp? A removed file shows as a newer folder.
changed_since() {
  local stamp=$1
  shift
  [ -f "$stamp" ] || return 0
  [ -n "$(find "$@" \( -name target -o -name node_modules -o -name dist -o -name test-results \) -prune \
    -o -newer "$stamp" -print -quit 2>/dev/null)" ]
}

# Runs a long command: one line per step while it runs, the end of its output if it fails.
with_progress() {
  local log=$1 pattern=$2
  shift 2
  mkdir -p "$(dirname "$log")"
  if ! "$@" 2>&1 | tee "$log" | sed -un "$pattern"; then
    tail -n 40 "$log" >&2
    fail "The build failed; the whole output is in ${log#"$here"/}."
  fi
}

# The modules below tests/ are built by ./touchstone test only.
JAVA_SOURCES="pom.xml .mvn platform platform-data judge-protocol problem-package services judge standalone operations testing"

build_java() {
  local stamp=target/java.built
  # shellcheck disable=SC2086 # a list of paths
  if [ -f standalone/target/standalone.jar ] && [ -f operations/target/operations.jar ] && ! changed_since "$stamp" $JAVA_SOURCES; then
    return
  fi
  say "Building the services (the first time takes a few minutes) …"
  # If created later, these folders would make their parents newer than the stamp.
  # shellcheck disable=SC2086
  find $JAVA_SOURCES -maxdepth 2 -name pom.xml -execdir mkdir -p target \;
  touch target/java.started
  # One "Building X [n/m]" line of Maven per module becomes one line of progress.
  with_progress "$here/target/java.log" 's/^.*Building \(touchstone-[a-z-]*\).*\(\[[0-9]*\/[0-9]*\]\).*/  \2 \1/p' \
    mvn -B -ntp package -pl standalone,operations -am -Dmaven.test.skip=true
  mv target/java.started "$stamp"
}

# The web app's types come from the contracts.
WEB_SOURCES="contracts web/src web/public web/scripts web/index.html web/package.json web/package-lock.json web/vite.config.ts"

build_web() {
  [ -f web/package.json ] || fail "The folder web/ is incomplete."
  local stamp=target/web.built
  if changed_since web/node_modules/.package-lock.json web/package-lock.json; then
    say "Fetching the web app's libraries …"
    with_progress "$here/target/npm.log" '/^added/s/^/  /p' npm --prefix web ci --no-audit --no-fund
    touch web/node_modules/.package-lock.json
  fi
  # shellcheck disable=SC2086 # a list of paths
  if [ -d web/dist ] && ! changed_since "$stamp" $WEB_SOURCES; then
    return
  fi
  say "Building the web app …"
  with_progress "$here/target/web.log" '/built in/s/^/  /p' npm --prefix web run build
  touch "$stamp"
}

# Records what a start loads and compiles; later starts take half the time (JEP 483 and 515). Without
# this cache, or with one of another build, everything works the same, only slower.
FAST_START=standalone/target/standalone.aot
JUDGE_FAST_START=standalone/target/judge.aot

prepare_fast_start() {
  if [ -f "$FAST_START" ] && [ "$FAST_START" -nt standalone/target/standalone.jar ]; then
    return
  fi
  printf 'Preparing fast starts (once after a build; up to a minute) …'
  (
    data=$(mktemp -d)
    cache=$(mktemp -d)
    if [ "$(id -u)" = 0 ]; then chgrp "$USER_OF_SERVICES" "$cache" && chmod 770 "$cache"; fi
    log=$here/target/fast-start.log
    rm -f "$FAST_START" "$JUDGE_FAST_START"
    bash "$here/scripts/platform.sh" "$here/standalone/target/standalone.jar" "$here/judge/target/judge.jar" "$data" \
      "${JUDGE_OPTIONS[@]}" "-XX:AOTCacheOutput=$here/$JUDGE_FAST_START" -- \
      "${UP_OPTIONS[@]}" "-XX:AOTCacheOutput=$cache/services.aot" -- --port 0 >"$log" 2>&1 &
    pid=$!
    while sleep 1; do printf .; done &
    dots=$!
    # Ctrl-C does not reach a background process. The program writes the cache when it stops; its exit
    # status is then that of a process that was ended.
    trap 'kill "$pid" 2>/dev/null || true; wait "$pid" 2>/dev/null || true; keep_fast_start "$cache/services.aot"; kill "$dots" 2>/dev/null || true; say; rm -rf "$data" "$cache"' EXIT
    trap 'exit 130' INT TERM
    wait_for_url "$log" "$pid" >/dev/null 2>&1 || true
  ) || fail "Interrupted."
}

keep_fast_start() {
  # From here on the services' user can't exchange it.
  if [ "$(id -u)" = 0 ]; then chown 0:0 "$(dirname "$1")" && chmod 700 "$(dirname "$1")"; fi
  if [ -f "$1" ] && [ ! -L "$1" ]; then install -m 644 "$1" "$FAST_START"; fi
}
