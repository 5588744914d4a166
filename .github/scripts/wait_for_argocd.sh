#!/usr/bin/env bash
# Waits until Argo CD has reported how the deployment of a commit ended: with the status argocd/APPLICATION of that commit, or
# of a later one on main, since Argo CD always deploys the newest. Fails if the deployment failed, or nothing was reported.
set -euo pipefail
. "$(dirname "$0")/common.sh"
[ $# = 3 ] || usage "APPLICATION COMMIT SECONDS"
application=$1 commit=$2 seconds=$3
pause=${PAUSE_SECONDS:-15}
deadline=$((SECONDS + seconds))

# The newest status of a commit comes first.
state_of() {
  gh api "repos/$GITHUB_REPOSITORY/commits/$1/statuses" \
    --jq "[.[] | select(.context == \"argocd/$application\")][0].state // \"\""
}

while :; do
  git fetch --quiet origin main
  for each in "$commit" $(git rev-list --reverse "$commit..origin/main"); do
    case $(state_of "$each") in
      success)
        printf '%s is deployed and verified, with the commit %s.\n' "$application" "$each"
        exit
        ;;
      failure | error) fail "The deployment of $application failed, with the commit $each. Argo CD says why: docs/operations.md, \"After a failed deployment\"." ;;
    esac
  done
  [ $((SECONDS + pause)) -le "$deadline" ] || fail "Argo CD reported nothing about $application within $seconds s."
  sleep "$pause"
done
