#!/usr/bin/env bash
# Tests of ./touchstone and .ci/run: arguments, what is installed and when, the choice of stages.
# Nothing is installed: apt-get and its relatives are replaced by scripts that record the call.
#
# Usage: scripts/tests.sh [REPORT.xml]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
report=${1:-}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cases=
failed=0

# check NAME COMMAND…: one test case, which fails if the command does.
check() {
  local name=$1 failure='' status
  shift
  # Not within a condition, where bash would continue after a failed command.
  set +e
  (
    set -e
    "$@"
  ) >"$work/case.log" 2>&1
  status=$?
  set -e
  if [ "$status" != 0 ]; then
    failed=$((failed + 1))
    printf 'FAILED %s\n' "$name"
    cat "$work/case.log"
    failure="<failure message=\"failed\">$(sed 's/&/\&amp;/g; s/</\&lt;/g' "$work/case.log")</failure>"
  fi
  cases+="<testcase classname=\"scripts\" name=\"$name\">$failure</testcase>"
}

# A folder of commands for PATH: the user with this id, on a machine where no package is installed.
machine() {
  local id=$1
  mkdir -p "$work/$id"
  printf '#!/bin/sh\necho %s\n' "$id" >"$work/$id/id"
  # shellcheck disable=SC2016 # for the script that is written
  printf '#!/bin/sh\necho "apt-get $*" >>"%s/calls"\n' "$work" >"$work/$id/apt-get"
  printf '#!/bin/sh\nexit 1\n' >"$work/$id/dpkg-query"
  printf '#!/bin/sh\necho none\n' >"$work/$id/dpkg"
  chmod +x "$work/$id"/*
  : >"$work/calls"
}

# run ID STATUS COMMAND…: as that user, without a terminal; the status is the expected one.
run() {
  local id=$1 expected=$2 status=0
  shift 2
  machine "$id"
  PATH=$work/$id:$PATH "$@" </dev/null >"$work/output" 2>&1 || status=$?
  cat "$work/output"
  [ "$status" = "$expected" ] || { echo "status $status instead of $expected"; return 1; }
}

says() { grep -qF -- "$1" "$work/output" || { echo "does not say: $1"; return 1; }; }
silent_about() { if grep -qF -- "$1" "$work/output"; then echo "says: $1"; return 1; fi; }
called() { grep -qF -- "$1" "$work/calls" || { echo "was not called: $1"; cat "$work/calls"; return 1; }; }
nothing_installed() { [ ! -s "$work/calls" ] || { cat "$work/calls"; return 1; }; }

help_lists_the_stages() {
  local stage
  run 0 0 ./touchstone test --help
  for stage in build units java exercises system web browser scripts format infrastructure attacks quick; do
    says "  $stage "
  done
}

bench_lists_what_it_measures() {
  run 0 0 ./touchstone bench --help
  says "  judge "
  says "  queue "
  says "  class "
  run 0 2 ./touchstone bench
  run 0 2 ./touchstone bench web
}

wrong_stage() {
  run 0 2 ./touchstone test web wbe
  says "Unknown stage 'wbe'. The stages are: build units java"
}

wrong_stage_keeps_the_last_results() {
  mkdir -p target/test
  touch target/test/tests.sh.mark
  run 0 2 ./touchstone test wbe
  [ -f target/test/tests.sh.mark ]
  rm target/test/tests.sh.mark
}

screenshots_help() {
  run 1000 0 ./touchstone screenshots --help
  says "target/screenshots"
  run 1000 2 ./touchstone screenshots --all
  says "Unknown option '--all'"
}

setup_help() {
  run 0 0 ./touchstone setup --help
  says "Usage: ./touchstone setup"
}

images_help_lists_the_images() {
  run 1000 0 ./touchstone images --help
  says "user-management"
  says "judge-full"
}

wrong_image() {
  run 1000 2 ./touchstone images gateway door
  says "Unknown image 'door'. The images are: gateway user-management"
}

judges_get_the_packages_of_their_languages() {
  with_functions
  # shellcheck source=scripts/images.sh
  . scripts/images.sh
  [ "$(packages_of_languages 'python3 c')" = "gcc libc6-dev python3" ] || { packages_of_languages 'python3 c'; return 1; }
  [ -z "$(packages_of_languages '')" ]
  packages_of_languages '*' | grep -qw ghc
}

wrong_setup() {
  run 0 2 ./touchstone setup everything
  says "Choose from: up languages test"
}

ordinary_user_gets_the_command() {
  run 1000 1 ./touchstone setup --yes
  says "qemu-system-x86              boots a kernel"
  says "Install with: sudo apt-get install --no-install-recommends qemu-system-x86"
  nothing_installed
}

root_without_terminal_must_say_yes() {
  run 0 2 ./touchstone setup
  says "shellcheck                   checks the shell scripts"
  says "Add --yes"
  nothing_installed
}

root_installs_with_yes() {
  run 0 0 ./touchstone setup --yes test
  called "apt-get update"
  called "install -y --no-install-recommends qemu-system-x86 busybox-static redis-server pgbouncer"
}

setup_of_languages_leaves_out_test_packages() {
  run 1000 1 ./touchstone setup languages
  says "programs in Haskell"
  silent_about chromium
  silent_about qemu
}

# In a shell with the script's functions; what the function under test prints is the output.
with_functions() {
  here=$PWD caller=$PWD
  # shellcheck source=scripts/tools.sh
  . scripts/tools.sh
  # shellcheck source=scripts/packages.sh
  . scripts/packages.sh
  # shellcheck source=scripts/setup.sh
  . scripts/setup.sh
  # shellcheck source=scripts/build.sh
  . scripts/build.sh
  # shellcheck source=scripts/run.sh
  . scripts/run.sh
  # shellcheck source=scripts/test.sh
  . scripts/test.sh
  # shellcheck source=scripts/stages.sh
  . scripts/stages.sh
  export here caller
}

# selects EXPECTED NAME…
selects() {
  local expected=$1
  shift
  with_functions
  select_stages "$@"
  [ "$selected" = "$expected " ] || { echo "selected: $selected"; return 1; }
}

# up_asks ANSWER: `up` as root on a terminal without bubblewrap.
up_asks() {
  with_functions
  provided() { [ "$1" != bubblewrap ] || [ -f "$work/bubblewrap" ]; }
  can_install() { true; }
  interactive() { true; }
  apt_install() { echo "$@" >>"$work/calls"; touch "$work/bubblewrap"; }
  rm -f "$work/bubblewrap"
  : >"$work/calls"
  require_packages "$2" <<<"$1" >"$work/output" 2>&1
}

up_asks_once_and_goes_on() {
  up_asks y ask
  says "the sandbox that runs submissions"
  [ "$(grep -o 'Install with apt-get now?' "$work/output" | wc -l)" = 1 ]
  called bubblewrap
}

up_takes_no_for_an_answer() {
  if (up_asks n ask); then return 1; fi
  says "Install it: ./touchstone setup up"
  nothing_installed
}

up_does_not_ask_with_yes() {
  up_asks n yes
  silent_about "now?"
  called bubblewrap
}

a_stage_whose_need_failed_is_skipped() {
  with_functions
  results=$work/results
  mkdir -p "$results"
  printf 'build\t1\t3\n' >"$results/stages.tsv"
  start_stage exercises
  grep -qF "the stage build failed" "$results/skipped.tsv"
}

# summary SECONDS: of one report with a test that passed, one that failed, and one skipped.
summary() {
  local folder=$work/summary status=0
  here=$PWD
  # shellcheck source=scripts/tools.sh
  . scripts/tools.sh
  require_java
  mkdir -p "$folder/target/test"
  printf 'web\t0\t7\nformat\t1\t2\n' >"$folder/target/test/stages.tsv"
  cat >"$folder/target/test/web.xml" <<'TEXT'
<testsuite>
  <testcase classname="a" name="passes"/>
  <testcase classname="a" name="fails"><failure>wrong number</failure></testcase>
  <testcase classname="a" name="waits"><skipped message="no browser"/></testcase>
</testsuite>
TEXT
  cd "$folder"
  java "$here/scripts/TestSummary.java" target/test "$1" >"$work/output" || status=$?
  cat "$work/output"
  [ "$status" = 1 ]
}

summary_adds_up() {
  summary 1800
  says "wrong number"
  says "stage format ended with status 1"
  says "1 x no browser"
  silent_about WARNING
  [ "$(tail -n 1 "$work/output")" = "1 passed, 2 failed, 1 skipped" ]
}

summary_warns_of_a_long_test() {
  summary 1801
  says "WARNING: longer than the 30 minutes allowed"
}

# Patterns that no longer match a test would make `quick` slow unnoticed.
every_slow_test_exists() {
  local pattern
  while read -r pattern; do
    case $pattern in '' | \#*) continue ;; esac
    [ -n "$(find . -path ./web -prune -o -path "*/src/test/java/*/${pattern#\*\*/}" -name '*Test.java' -print -quit)" ] ||
      { echo "scripts/slow-tests.txt: no test matches $pattern"; return 1; }
  done <scripts/slow-tests.txt
}

# A module that is not watched would not be built again when it changes.
every_module_is_watched() {
  local module
  with_functions
  while read -r module; do
    case $module in tests/*) continue ;; esac
    case " $JAVA_SOURCES " in *" ${module%%/*} "*) ;; *) echo "JAVA_SOURCES does not contain $module"; return 1 ;; esac
  done < <(sed -n 's:.*<module>\(.*\)</module>.*:\1:p' pom.xml)
}

# With fewer licences allowed than the libraries have. Written elsewhere, since the build may run.
licence_of_a_java_library_is_refused() {
  here=$PWD
  # shellcheck source=scripts/tools.sh
  . scripts/tools.sh
  require_java
  run 0 1 mvn -B -ntp license:add-third-party@licences -Plicences -pl problem-package \
    -Dlicences.allowed='Apache-2.0|EPL-2.0' "-Dlicense.outputDirectory=$work/licences"
  says "License: 'MIT' used by"
}

licence_of_a_web_package_is_refused() {
  cat >"$work/lock.json" <<'TEXT'
{
  "packages": {
    "": {},
    "node_modules/fine": { "version": "1.0.0", "license": "(GPL-3.0-only OR MIT)" },
    "node_modules/tool": { "version": "1.0.0", "license": "MPL-2.0", "dev": true },
    "node_modules/delivered": { "version": "1.0.0", "license": "MPL-2.0" },
    "node_modules/both": { "version": "1.0.0", "license": "MIT AND GPL-3.0-only" },
    "node_modules/unknown": { "version": "1.0.0" }
  }
}
TEXT
  run 0 1 node web/scripts/licences.js "$work/lock.json"
  says "delivered 1.0.0: licence MPL-2.0 is not allowed"
  says "both 1.0.0: licence MIT AND GPL-3.0-only is not allowed"
  says "unknown 1.0.0: licence unknown is not allowed"
  silent_about fine
  silent_about tool
}

# The reports of a commit that fails come back, and so does the status; the folder goes.
ci_runs_in_a_private_folder() {
  local repository=$work/repository
  mkdir -p "$repository/.ci" "$work/tmp"
  cp .ci/run "$repository/.ci/run"
  cat >"$repository/touchstone" <<'TEXT'
#!/bin/sh
mkdir -p target/test
{ stat -c %a .. && echo "$@" && pwd; } >target/test/said
exit 7
TEXT
  chmod +x "$repository/touchstone"
  git -C "$repository" init --quiet
  git -C "$repository" add .
  git -C "$repository" -c user.name=test -c user.email=test@example.org commit --quiet -m test
  TMPDIR=$work/tmp run 0 7 bash "$repository/.ci/run"
  [ "$(head -n 2 "$repository/target/test/said" | paste -sd' ')" = "700 test" ]
  [ -z "$(ls "$work/tmp")" ]
}

check "test --help lists the stages" help_lists_the_stages
check "bench lists what it measures" bench_lists_what_it_measures
check "screenshots say where they go" screenshots_help
check "a stage that does not exist is an error that lists the stages" wrong_stage
check "a stage that does not exist keeps the last results" wrong_stage_keeps_the_last_results
check "images --help lists the images" images_help_lists_the_images
check "an image that does not exist is an error that lists the images" wrong_image
check "a judge's image gets the packages of its languages" judges_get_the_packages_of_their_languages
check "setup --help describes setup" setup_help
check "setup refuses what it can not set up" wrong_setup
check "setup prints the command for an ordinary user" ordinary_user_gets_the_command
check "setup as root without a terminal requires --yes" root_without_terminal_must_say_yes
check "setup --yes installs as root" root_installs_with_yes
check "setup languages leaves out what only tests need" setup_of_languages_leaves_out_test_packages
check "up asks once on a terminal and continues" up_asks_once_and_goes_on
check "up installs nothing after a no" up_takes_no_for_an_answer
check "up --yes does not ask" up_does_not_ask_with_yes
check "a stage brings those that it needs" selects "build web browser" browser
check "stages keep the order of the table" selects "web scripts format" format web scripts
check "quick has no stage with long waits" selects "build units web scripts format" quick
check "java includes the unit tests of quick" selects "build java web scripts format" quick java
check "all stages run the unit tests once" \
  selects "build java exercises system web browser scripts format infrastructure"
check "a stage whose need failed is skipped" a_stage_whose_need_failed_is_skipped
check "the summary adds up the reports and the stages" summary_adds_up
check "the summary warns of more than 30 minutes" summary_warns_of_a_long_test
check "every pattern of slow-tests.txt matches a test" every_slow_test_exists
check "build watches the sources of every module" every_module_is_watched
check "a Java library with another licence stops the build" licence_of_a_java_library_is_refused
check "a web package with another licence stops the check" licence_of_a_web_package_is_refused
check ".ci/run runs in a folder of mode 0700" ci_runs_in_a_private_folder

total=$(grep -o '<testcase ' <<<"$cases" | wc -l)
[ -z "$report" ] || printf '<testsuite name="scripts">%s</testsuite>\n' "$cases" >"$report"
printf '%s of %s tests of the scripts passed\n' "$((total - failed))" "$total"
[ "$failed" = 0 ]
