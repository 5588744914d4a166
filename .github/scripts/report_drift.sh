#!/usr/bin/env bash
# Opens, renews or closes the issue about a root that differs from its sources.
set -euo pipefail
. "$(dirname "$0")/common.sh"
[ $# = 4 ] || usage "ENVIRONMENT ROOT true|false PLAN_TEXT"
environment=$1 root=$2 changes=$3 plan=$4
title="Drift: $root of $environment"
number=$(gh issue list --state open --search "in:title \"$title\"" --json number,title \
  --jq "[.[] | select(.title == \"$title\")][0].number // \"\"")
if [ "$changes" = false ]; then
  if [ -n "$number" ]; then gh issue close "$number" --comment "It is as its sources say again."; fi
  printf '%s of %s is as its sources say.\n' "$root" "$environment"
  exit
fi
body=$(mktemp)
trap 'rm -f "$body"' EXIT
# An issue holds 65,536 characters.
{
  # shellcheck disable=SC2016 # backticks of Markdown
  printf 'The next apply of `%s` in `%s` would change this. Apply it, or change the sources.\n\n```\n' "$root" "$environment"
  head --bytes=60000 "$plan"
  printf '\n```\n'
} >"$body"
if [ -n "$number" ]; then
  gh issue edit "$number" --body-file "$body"
else
  gh issue create --title "$title" --body-file "$body"
fi
