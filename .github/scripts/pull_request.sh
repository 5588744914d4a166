#!/usr/bin/env bash
# Commits what has changed below some paths to a branch, and opens or renews its pull request. Prints its URL.
# Needs GH_TOKEN of a GitHub App: pull requests by a workflow's own token start no workflows.
set -euo pipefail
. "$(dirname "$0")/common.sh"
[ $# -ge 4 ] || usage "BRANCH TITLE BODY_FILE PATH…"
branch=$1 title=$2 body=$3
shift 3
if [ -z "$(git status --porcelain -- "$@")" ]; then
  printf 'Nothing has changed; no pull request is needed.\n'
  exit
fi
git config user.name "${GIT_AUTHOR:-touchstone-automation}"
git config user.email "${GIT_EMAIL:-automation@users.noreply.github.com}"
# The token stays in the environment; git asks gh for it.
git config credential.helper '!gh auth git-credential'
git checkout --quiet -B "$branch"
git add -- "$@"
{ printf '%s\n\n' "$title"; cat "$body"; } | git commit --quiet --file -
git push --quiet --force origin "$branch"
url=$(gh pr list --head "$branch" --state open --json url --jq '.[0].url // ""')
if [ -n "$url" ]; then
  gh pr edit "$url" --title "$title" --body-file "$body"
else
  url=$(gh pr create --head "$branch" --base main --title "$title" --body-file "$body")
fi
printf '%s\n' "$url"
