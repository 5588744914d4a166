# shellcheck shell=bash
# Starts the platform and the judge's command line. Sourced by ./touchstone.

JAVA_OPTIONS=(-XX:+UseParallelGC --enable-native-access=ALL-UNNAMED)

up() {
  local argument
  for argument in "$@"; do
    # --help needs no build of the web app and no sandbox.
    if [ "$argument" = --help ] || [ "$argument" = -h ]; then
      require_tools && build_java
      exec java -jar standalone/target/standalone.jar up --help
    fi
  done
  require_tools
  require_bubblewrap
  build_java
  build_web
  cd "$caller" || exit
  # shellcheck disable=SC2086 # options of the operator, separated by spaces
  exec java "${JAVA_OPTIONS[@]}" ${TOUCHSTONE_JAVA_OPTIONS:-} \
    "-Dtouchstone.home=$here" -jar "$here/standalone/target/standalone.jar" up "$@"
}

run_judge() {
  require_java
  command -v mvn >/dev/null || fail "Maven is missing. Install it: sudo apt-get install maven"
  build_java >&2
  cd "$caller" || exit
  # shellcheck disable=SC2086
  exec java "${JAVA_OPTIONS[@]}" ${TOUCHSTONE_JAVA_OPTIONS:-} -jar "$here/judge/target/judge.jar" "$@"
}
