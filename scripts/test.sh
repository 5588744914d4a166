# shellcheck shell=bash
# Runs every test that this machine can run. Sourced by ./touchstone.
#
# Every stage leaves JUnit XML and a log below target/test; TestSummary.java adds them up. A stage
# that ends badly without a report, such as a compile error, counts as one failure.

results=target/test
jars=$results/jars

run_tests() {
  if [ "${1:-}" = --help ]; then
    say "Usage: ./touchstone test"
    say "Builds and runs every test that this machine can run, then tells what was skipped and why."
    say "Logs are in $results. The exit status is 0 only if nothing failed."
    return
  fi
  require_tools
  # Short runs pay for no second compiler, which would take a quarter of the processors' time.
  export MAVEN_OPTS="${MAVEN_OPTS:-} -XX:TieredStopAtLevel=1"
  rm -rf "$results"
  mkdir -p "$results"
  find . -path ./web/node_modules -prune -o -type d -name surefire-reports -prune -exec rm -rf {} +
  # Packages are installed while the modules compile. Then one lane tests the JVM modules, no two
  # stages at once in the same module; beside it goes the rest. What has no limits of time to keep
  # steps back for what has.
  (prepare_machine >"$results/machine.log" 2>&1 || true) &
  local machine=$!
  (
    stage build test_build
    touch "$results/built"
    wait_for "$machine"
    stage java test_java
    touch "$results/tested"
    stage system test_system
  ) &
  local java_lane=$!
  (
    renice -n 10 -p "$BASHPID" >/dev/null 2>&1 || true
    stage web test_web
    touch "$results/web-built"
    wait_for "$machine"
    stage scripts test_scripts
    stage format test_format
    stage infrastructure test_infrastructure
  ) &
  local other_lane=$!
  (
    wait_until tested
    stage exercises test_exercises
    wait_until web-built
    stage browser test_browser
  ) &
  wait "$java_lane" "$other_lane" "$!" "$machine" || true
  java scripts/TestSummary.java "$results"
}

# Waits for a process that is no child of this shell.
wait_for() { tail --pid="$1" -f /dev/null; }

# Waits for what another lane notes.
wait_until() { until [ -f "$results/$1" ]; do sleep 1; done; }

# Languages, sandbox, browser and services that tests use. What can't be installed is skipped by the
# tests themselves, with the reason.
prepare_machine() {
  install_packages bubblewrap python3 gcc g++ || true
  install_packages chromium fonts-noto-core || true
  install_packages redis-server shellcheck || true
  prepare_judge_machine
  prepare_languages
}

# The compilers and interpreters that the judge's descriptions name.
prepare_languages() {
  local packages
  packages=$(sed -n 's/^install: \[\(.*\)\]/\1/p' \
    judge/src/main/resources/dev/touchstone/judge/language/*.yaml | tr -d ',' | tr ' ' '\n' | sort -u)
  # Node.js is there already, for the web app, perhaps from elsewhere than Debian.
  # shellcheck disable=SC2046 # a list of packages
  install_packages $(printf '%s\n' "$packages" | grep -vx nodejs) || true
}

# What the judge's tests use beyond that; also called by itself.
prepare_judge_machine() {
  install_packages qemu-system-x86 busybox-static || true
  fetch_kernel || true
}

# Debian's kernel, unpacked below target and not installed: a test boots it in an emulator.
fetch_kernel() {
  local package log=$here/target/kernel.log
  [ -d target/kernel ] && return
  can_install && [ "$(dpkg --print-architecture)" = amd64 ] || return 0
  package=$(apt-cache depends linux-image-amd64 2>/dev/null | sed -n 's/^ *Depends: *\(linux-image-[0-9].*\)$/\1/p' | head -n 1)
  [ -n "$package" ] || { warn "apt knows no linux-image-amd64; the test with control groups of version 2 is skipped"; return 1; }
  say "Fetching $package …"
  rm -rf target/kernel.part
  mkdir -p target/kernel.part
  (cd target/kernel.part && apt-get download "$package" && dpkg-deb -x ./*.deb . && rm ./*.deb) >"$log" 2>&1 &&
    mv target/kernel.part target/kernel && return
  warn "Fetching $package failed; see $log"
  return 1
}

# stage NAME FUNCTION: runs it with a log, prints its progress, notes its end.
stage() {
  local name=$1 log="$results/$1.log" start=$SECONDS status
  say "[$name] started"
  # Not within a condition, where bash would go on after a command that failed.
  set +e
  (
    set -e
    "$2"
  ) >"$log" 2>&1
  status=$?
  set -e
  printf '%s\t%s\t%s\n' "$name" "$status" "$((SECONDS - start))" >>"$results/stages.tsv"
  if [ "$status" = 0 ]; then
    say "[$name] ended after $((SECONDS - start)) s"
  else
    say "[$name] FAILED after $((SECONDS - start)) s; the end of $log:"
    tail -n 60 "$log"
  fi
}

# skip STAGE REASON: notes in the summary what could not run here.
skip() { printf '%s\t%s\n' "$1" "$2" >>"$results/skipped.tsv"; }

# All but infrastructure, which has a lane of its own: sources and tests are compiled, jars made.
test_build() {
  mvn -B -ntp package -DskipTests -pl '!tests/infrastructure'
  # For the other lane, while the modules' own jars may be made again.
  local module
  for module in judge standalone; do
    mkdir -p "$jars/$module"
    cp -r "$module/target/$module.jar" "$module/target/lib" "$jars/$module"
  done
}

# Static analysis (javac, Error Prone, NullAway), module rules, unit and service tests.
test_java() {
  # Two modules at a time: much of the judge's tests is waiting.
  mvn -B -ntp -T 2 verify -Dmaven.test.failure.ignore=true -pl '!tests/system,!tests/infrastructure'
}

# Every submission of every starter exercise gets its expected verdict.
test_exercises() {
  java -jar "$jars/judge/judge.jar" verify --junit "$PWD/$results/exercises.xml" exercises/starter/*
}

test_scripts() {
  bash -n touchstone scripts/*.sh .ci/run
  command -v shellcheck >/dev/null || { skip scripts "shellcheck is not installed"; return; }
  shellcheck -x touchstone .ci/run
}

# The format of all Java sources.
test_format() { mvn -B -ntp spotless:check; }

test_web() {
  npm --prefix web ci --no-audit --no-fund
  npm --prefix web run check
  npm --prefix web test -- --reporter=default --reporter=junit --outputFile.junit="$PWD/$results/web.xml"
  build_web
}

test_infrastructure() {
  mvn -B -ntp verify -Dmaven.test.failure.ignore=true -pl tests/infrastructure
}

# The modules before it are in the build for their jars; their tests have run.
test_system() {
  mvn -B -ntp verify -Dmaven.test.failure.ignore=true -pl tests/system -am \
    '-Dtest=dev.touchstone.system.*Test' -Dsurefire.failIfNoSpecifiedTests=false
}

# A learner's story in a real browser against the real platform, with a data folder of its own.
test_browser() {
  local browser data log url password pid status=0
  browser=$(command -v chromium || command -v chromium-browser || command -v google-chrome || true)
  if [ -z "$browser" ]; then
    skip browser "no Chromium is installed"
    return
  fi
  data=$(mktemp -d)
  log=$PWD/$results/browser-platform.log
  java "${JAVA_OPTIONS[@]}" "-Dtouchstone.home=$here" -jar "$jars/standalone/standalone.jar" \
    up --port 0 --data-dir "$data" >"$log" 2>&1 &
  pid=$!
  # shellcheck disable=SC2064 # the values of now
  trap "kill $pid 2>/dev/null || true; wait $pid 2>/dev/null || true; rm -rf '$data'" EXIT
  url=$(wait_for_url "$log" "$pid")
  password=$(wait_for_password "$log") || return
  TOUCHSTONE_URL=$url TOUCHSTONE_CHROMIUM=$browser TOUCHSTONE_ADMIN_PASSWORD=$password \
    PLAYWRIGHT_JUNIT_OUTPUT_FILE="$PWD/$results/browser.xml" \
    npm --prefix web run e2e -- --reporter=list,junit || status=$?
  return "$status"
}

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
