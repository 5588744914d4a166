#!/usr/bin/env bash
# Opens a pull request that takes the newest change of an environment back, and lets it merge by itself where the repository
# allows that. Argo CD then deploys what ran before.
set -euo pipefail
. "$(dirname "$0")/common.sh"
[ $# = 3 ] || usage "ENVIRONMENT COMMIT REASON"
environment=$1 commit=$2 reason=$3
is_environment "$environment" || usage "ENVIRONMENT COMMIT REASON; the environments are: ${environments[*]}"
files=("deploy/environments/$environment/images" "deploy/environments/$environment/charts.json")

# Only digests and charts, not what else the commit changed. They may have changed since: then people decide.
git fetch --quiet origin main
git diff --quiet "$commit" origin/main -- "${files[@]}" || fail "$environment has changed since $commit: look at it yourself."
git checkout --quiet --detach origin/main
git checkout --quiet "$commit^" -- "${files[@]}"
body=$(mktemp)
trap 'rm -f "$body"' EXIT
printf 'Takes back the digests of %s from %s: %s\n' "$environment" "$commit" "$reason" >"$body"
url=$("$(dirname "$0")/pull_request.sh" "revert-$environment-${commit:0:12}" "deploy: take back ${commit:0:12} in $environment" "$body" "${files[@]}")
printf '%s\n' "$url"
gh pr merge "$url" --auto --squash ||
  printf '::warning::The revert waits for a person, since the repository does not allow auto-merge: %s\n' "$url"
