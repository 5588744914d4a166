# shellcheck shell=bash
# The stages of ./touchstone test, one function each. Sourced by ./touchstone.

# All but infrastructure, which has its own lane: sources and tests are compiled, jars made,
# licences of libraries checked.
test_build() {
  if is_selected java; then fetch_keycloak & fi
  mvn -B -ntp -T 2 package -Plicences -DskipTests -pl '!tests/infrastructure'
  # For the other lanes, because the modules' own jars may be rebuilt meanwhile.
  local module
  for module in judge standalone; do
    mkdir -p "$jars/$module"
    cp -r "$module/target/$module.jar" "$module/target/lib" "$jars/$module"
  done
  wait
}

# A real OpenID Connect provider, which takes long to fetch the first time. Its test is skipped without it.
fetch_keycloak() {
  mvn -B -ntp dependency:unpack@keycloak -pl services/user-management >"$results/keycloak.log" 2>&1 ||
    say "Keycloak could not be fetched; see $results/keycloak.log"
}

# Unit tests without the classes that wait long, whose list is measured.
test_units() { java_tests -Dsurefire.excludesFile="$here/scripts/slow-tests.txt"; }

# Static analysis (javac, Error Prone, NullAway), module rules, unit and service tests.
test_java() { java_tests; }

# Two modules at a time: much of the judge's tests is waiting.
java_tests() {
  mvn -B -ntp -T 2 verify -Dmaven.test.failure.ignore=true -pl '!tests/system,!tests/infrastructure' "$@"
}

# Every submission of every starter exercise gets its expected verdict.
test_exercises() {
  java -jar "$jars/judge/judge.jar" verify --junit "$PWD/$results/exercises.xml" exercises/starter/*
}

test_scripts() {
  bash -n touchstone scripts/*.sh .ci/run
  bash scripts/tests.sh "$results/scripts.xml"
  command -v shellcheck >/dev/null || { skip scripts "shellcheck is not installed"; return; }
  shellcheck -x touchstone .ci/run scripts/tests.sh scripts/platform.sh scripts/in_view.sh scripts/judge_as_root.sh scripts/judge_proxy.sh \
    deploy/images/collect.sh deploy/compose/secrets.sh
}

# The format of all Java sources.
test_format() { mvn -B -ntp spotless:check; }

test_web() {
  npm --prefix web ci --no-audit --no-fund
  npm --prefix web run check
  npm --prefix web test -- --reporter=default --reporter=junit --outputFile.junit="$PWD/$results/web.xml"
  build_web
  npm --prefix web run budgets
}

test_infrastructure() {
  mvn -B -ntp verify -Plicences -Dmaven.test.failure.ignore=true -pl tests/infrastructure
}

# As root and as an ordinary user with a control group of its own.
test_attacks() {
  mvn -B -ntp verify -Dmaven.test.failure.ignore=true -pl judge -am \
    -Dtest=UnifiedHierarchyAttacks -Dsurefire.failIfNoSpecifiedTests=false
}

# The modules before it are in the build for their jars; their tests have run.
test_system() {
  mvn -B -ntp -T 2 verify -Dmaven.test.failure.ignore=true -pl tests/system -am \
    '-Dtest=dev.touchstone.system.*Test' -Dsurefire.failIfNoSpecifiedTests=false
}

# Stories in a real browser against the real platform, with its own data folder.
test_browser() {
  local browser
  browser=$(find_browser || true)
  if [ -z "$browser" ]; then
    skip browser "no Chromium is installed"
    return
  fi
  with_platform "$PWD/$results/browser-platform.log" "$here/$jars/standalone/standalone.jar" "$here/$jars/judge/judge.jar" \
    tell_stories "$browser"
}

tell_stories() {
  TOUCHSTONE_CHROMIUM=$1 PLAYWRIGHT_JUNIT_OUTPUT_FILE="$PWD/$results/browser.xml" \
    npm --prefix web run e2e -- --reporter=list,junit
}
