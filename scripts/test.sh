# shellcheck shell=bash
# ./touchstone test: chooses the stages, runs them in lanes, adds up. Sourced by ./touchstone.
#
# Every stage leaves JUnit XML and a log below target/test; TestSummary.java adds them up. A stage
# that fails without a report, such as a compile error, counts as one failure.

results=target/test
jars=$results/jars

# stage|needs|runs after|about|what. A needed stage is run as well; "runs after" holds if both run.
stages() {
  cat <<'TABLE'
build|||3 min|compiles all modules and their tests, makes the programs, checks the licences of libraries
units|build||1 min|the Java tests that need no long waits, for `quick`; `java` contains them
java|build|units|14 min|static analysis, module rules, unit and service tests, attacks on the sandbox
exercises|build||4 min|every submission of every starter exercise gets its expected verdict
system|build|java|10 min|the platform from the outside: kills, restarts, bad input, five processes
web|||2 min|TypeScript, ESLint, Prettier, licences, unit tests, the production build
browser|build web|java system|9 min|a learner's, an author's and an administrator's stories in Chromium
scripts|||1 min|shellcheck, tests of the scripts and of the workflow
format|||1 min|the format of the Java sources
infrastructure|||8 min|Terraform: validation, mock tests, roots applied to moto, policy rules
attacks|build||60 min|the attacks on an emulated machine with control groups 2; only if named
TABLE
}

QUICK="build units web scripts format"

# What runs when no stage is named.
usual_stages() { stage_names | grep -vx -e units -e attacks; }

stage_names() { stages | cut -d'|' -f1; }

# stage_field NAME NUMBER: one field of a stage's row.
stage_field() { stages | awk -F'|' -v name="$1" -v field="$2" '$1 == name { print $field }'; }

test_usage() {
  cat <<'TEXT'
Usage: ./touchstone test [--yes] [STAGE…]

Builds and runs every test that this machine can run, or the stages named and what they need. The
summary says what was skipped and why. Logs are in target/test. The exit status is 0 only if nothing
failed.

Stages, with about how long each takes alone on two cores:

TEXT
  local name needs after about what
  while IFS='|' read -r name needs after about what; do
    printf '  %-15s %6s  %s\n' "$name" "$about" "$what"
  done < <(stages)
  printf '  %-15s %6s  %s\n' quick '4 min' "these: $QUICK"
  cat <<'TEXT'

  -y, --yes       install missing packages without asking (as root, on Debian or Ubuntu)
  -h, --help      this text
TEXT
}

run_tests() {
  local argument answer=ask names=() rows
  for argument in "$@"; do
    case $argument in
      -h | --help)
        test_usage
        return
        ;;
      -y | --yes) answer=yes ;;
      *) names+=("$argument") ;;
    esac
  done
  select_stages "${names[@]}"
  require_tools
  # shellcheck disable=SC2086 # a list of names
  rows=$(missing_packages $selected)
  # Tests that need a missing package are skipped, with the reason.
  if [ -n "$rows" ] && ! may_install "$rows" "$answer"; then rows=; fi
  run_stages "$rows"
}

# Sets `selected` to the stages named and those that they need, in the order of the table.
select_stages() {
  local name wanted=" "
  # shellcheck disable=SC2046 # a list of names
  [ $# -gt 0 ] || set -- $(usual_stages)
  for name in "$@"; do
    # shellcheck disable=SC2086 # a list of names
    if [ "$name" = quick ]; then set -- "$@" $QUICK; fi
  done
  while [ $# -gt 0 ]; do
    name=$1
    shift
    case $wanted in *" $name "*) continue ;; esac
    [ "$name" != quick ] || continue
    stage_names | grep -qxF -- "$name" ||
      fail "Unknown stage '$name'. The stages are: $(stage_names | paste -sd' ') quick"
    wanted+="$name "
    # shellcheck disable=SC2046 # a list of names
    set -- "$@" $(stage_field "$name" 2)
  done
  selected=
  while read -r name; do
    case $wanted in *" $name "*) selected+="$name " ;; esac
  done < <(stage_names)
  # The same tests are not run twice.
  if is_selected java; then selected=${selected/units /}; fi
}

is_selected() { case " $selected" in *" $1 "*) ;; *) return 1 ;; esac; }

run_stages() {
  local rows=$1 machine lanes=()
  # Short runs don't pay for a second compiler, which would take a quarter of the processors' time.
  export MAVEN_OPTS="${MAVEN_OPTS:-} -XX:TieredStopAtLevel=1"
  rm -rf "$results"
  mkdir -p "$results"
  find . -path ./web/node_modules -prune -o -type d -name surefire-reports -prune -exec rm -rf {} +
  # Packages are installed while the modules compile. One lane tests the Java modules, never two stages
  # at once in the same module. Beside it runs the rest, which steps back: much of those tests is waiting.
  # The limits of the exercises count processor time, and no time in which a program waits for a processor.
  (if [ -n "$rows" ]; then install_packages "$rows"; fi >"$results/machine.log" 2>&1 || true) &
  machine=$!
  (lane build units java system attacks) &
  lanes+=($!)
  (
    renice -n 10 -p "$BASHPID" >/dev/null 2>&1 || true
    lane web scripts format exercises infrastructure
  ) &
  lanes+=($!)
  (lane browser) &
  lanes+=($!)
  wait "${lanes[@]}" "$machine" || true
  java scripts/TestSummary.java "$results" "$SECONDS"
}

# Runs the selected stages, each when the stages that it waits for have ended.
lane() {
  local name other
  for name in "$@"; do
    is_selected "$name" || continue
    for other in $(stage_field "$name" 2) $(stage_field "$name" 3); do
      if is_selected "$other"; then wait_until_ended "$other"; fi
    done
    if [ -n "$(missing_packages "$name")" ]; then wait_for "$machine"; fi
    start_stage "$name"
    touch "$results/$name.ended"
  done
}

# Waits for a process that is not a child of this shell.
wait_for() { tail --pid="$1" -f /dev/null; }

# Waits for a stage of any lane.
wait_until_ended() { until [ -f "$results/$1.ended" ]; do sleep 2; done; }

# Runs a stage unless one that it needs has failed, which counts as a failure already.
start_stage() {
  local name=$1 other
  for other in $(stage_field "$name" 2); do
    if ! grep -q "^$other"$'\t0\t' "$results/stages.tsv" 2>/dev/null; then
      skip "$name" "the stage $other failed"
      return
    fi
  done
  stage "$name" "test_$name"
}

# stage NAME FUNCTION: runs it with a log, prints its progress, records its status and time.
stage() {
  local name=$1 log="$results/$1.log" start=$SECONDS status
  say "[$name] started"
  # Not within a condition, where bash would continue after a failed command.
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

# skip STAGE REASON: what could not run here, for the summary.
skip() { printf '%s\t%s\n' "$1" "$2" >>"$results/skipped.tsv"; }
