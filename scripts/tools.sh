# shellcheck shell=bash
# Finds the programs needed to build and run Touchstone. Sourced by ./touchstone.

JAVA_MINIMUM=25
NODE_MINIMUM=20.19

say() { printf '%s\n' "$*"; }
warn() { printf '%s\n' "$*" >&2; }
fail() {
  warn "touchstone: $*"
  exit 2
}

# The major version of the JDK in a folder, or 0.
java_major() {
  if [ ! -x "$1/bin/javac" ] || [ ! -r "$1/release" ]; then
    echo 0
    return
  fi
  sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release" | head -n 1 | grep . || echo 0
}

# Sets JAVA_HOME to a JDK that is new enough: the one set, the usual folders, the one on the PATH.
require_java() {
  local candidate on_path
  on_path=$(command -v javac || true)
  for candidate in "${JAVA_HOME:-}" \
    /usr/lib/jvm/* /usr/java/* /opt/java/* \
    "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* \
    "${on_path:+$(dirname "$(dirname "$(readlink -f "$on_path")")")}"; do
    if [ -n "$candidate" ] && [ "$(java_major "$candidate")" -ge "$JAVA_MINIMUM" ]; then
      export JAVA_HOME=$candidate
      export PATH=$JAVA_HOME/bin:$PATH
      return
    fi
  done
  fail "No JDK $JAVA_MINIMUM or later was found. Install one (for instance Eclipse Temurin), then set JAVA_HOME to its folder."
}

require_tools() {
  require_java
  command -v mvn >/dev/null || fail "Maven is missing. Install it: ./touchstone setup up"
  command -v node >/dev/null && command -v npm >/dev/null ||
    fail "Node.js $NODE_MINIMUM or later with npm is missing. Install it, then try again."
  local node
  node=$(node --version 2>/dev/null) ||
    fail "$(command -v node) can't be run. Make it executable, or install Node.js $NODE_MINIMUM or later, then try again."
  [ "$(printf '%s\n' "v$NODE_MINIMUM" "$node" | sort -V | head -n 1)" = "v$NODE_MINIMUM" ] ||
    fail "This Node.js is $node; Touchstone needs v$NODE_MINIMUM or later. Install a newer one, then try again."
}

# Installs bubblewrap and Maven where they are missing. With ANSWER `yes`, it does not ask.
require_packages() {
  local answer=$1 rows
  rows=$(missing_packages up)
  if [ -n "$rows" ] && may_install "$rows" "$answer"; then
    install_packages "$rows" || true
  fi
  provided bubblewrap ||
    fail "bubblewrap is missing. Submissions cannot be judged safely without it. Install it: ./touchstone setup up"
}
