#!/usr/bin/env bash
# Refuses a release whose commit is not on main, was not tested, or whose version the changelog does not describe.
set -euo pipefail
. "$(dirname "$0")/common.sh"
[ $# = 2 ] || usage "TAG COMMIT"
tag=$1 commit=$2
[[ $tag =~ ^v[0-9]+\.[0-9]+\.[0-9]+$ ]] || fail "The tag $tag is not like v1.2.3."
git merge-base --is-ancestor "$commit" origin/main || fail "$commit is not on main."
"$(dirname "$0")/release_notes.sh" "$tag" >/dev/null
state=$(gh api "repos/$GITHUB_REPOSITORY/commits/$commit/check-runs?check_name=test" --jq '.check_runs[0].conclusion // "missing"')
[ "$state" = success ] || fail "The tests of $commit ended with: $state. Release a commit whose build passed."
printf '%s can be released.\n' "$tag"
