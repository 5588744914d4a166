#!/usr/bin/env bash
# Says what a change concerns: which images to build, which stages of ./touchstone test to run.
# Prints lines for $GITHUB_OUTPUT: images=[…], stages=…
set -euo pipefail
. "$(dirname "$0")/common.sh"
[ $# = 2 ] || usage "BASE HEAD"
base=$1 head=$2

# A first push, or a branch that was forced, has no base: everything has changed.
if git cat-file -e "$base^{commit}" 2>/dev/null; then
  files=$(git diff --name-only "$base" "$head")
else
  files=$(git ls-tree -r --name-only "$head")
fi

changed() { grep -qE "$1" <<<"$files"; }

# image|paths, as an extended regular expression. A library is built into every program that uses it.
table() {
  local all='^(pom\.xml$|platform/|scripts/(images|build|tools)\.sh$|deploy/(images/(jvm/|README)|memory/)|\.github/(actions/image|scripts)/)'
  local judge='^(judge/|judge-protocol/|problem-package/|deploy/images/judge/)'
  cat <<TABLE
gateway|$all|^services/gateway/
user-management|$all|^(services/user-management/|platform-data/)
exercises|$all|^(services/exercises/|platform-data/|problem-package/|exercises/)
scores|$all|^(services/scores/|platform-data/|judge-protocol/)
operations|$all|^(operations/|platform-data/)
web|^(web/|contracts/|deploy/images/web/)|^(scripts/(images|build|tools)\.sh$|\.github/(actions/image|scripts)/)
judge|$all|$judge
TABLE
}

images=()
while IFS= read -r row; do
  image=${row%%|*}
  patterns=${row#*|}
  # The separator is also the "or" of the expressions.
  if changed "$patterns"; then images+=("\"$image\""); fi
done < <(table)
printf 'images=[%s]\n' "$(IFS=,; echo "${images[*]-}")"

# Parts that no other part is built from have stages of their own.
stages=
if ! grep -qvE '^web/' <<<"$files"; then
  stages="build web browser"
elif ! grep -qvE '^infrastructure/' <<<"$files"; then
  stages="build infrastructure"
fi
printf 'stages=%s\n' "$stages"
