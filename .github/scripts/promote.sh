#!/usr/bin/env bash
# Makes an environment run what another runs: copies the digests of the images and the revision of the charts, and nothing
# else. Prints what changes, as Markdown.
set -euo pipefail
. "$(dirname "$0")/common.sh"
[ $# = 2 ] || usage "FROM TO"
from=$1 to=$2
case "$from $to" in
  'dev staging' | 'staging prod') ;;
  *) usage "FROM TO: dev staging, or staging prod" ;;
esac

old=$(images_of "$to")
new=$(images_of "$from")
while read -r image digest; do
  if is_nothing "$digest"; then fail "$from has no image $image yet, so there is nothing to promote."; fi
done <<<"$new"
[ "$(wc -l <<<"$new")" = "$(wc -l <<<"$old")" ] || fail "The files of $from and $to don't list the same images."

revision=$(revision_of "$from")
# dev always has the newest charts: those of this commit.
[ "$revision" != main ] || revision=$(git rev-parse HEAD)
old_revision=$(revision_of "$to")

if [ "$old $old_revision" = "$new $revision" ]; then
  printf '%s already runs what %s runs.\n' "$to" "$from"
  exit
fi
# shellcheck disable=SC2016 # backticks of Markdown
row='| %s | `%s` | `%s` |\n'
printf '| image | in %s now | from %s |\n|---|---|---|\n' "$to" "$from"
join <(sort <<<"$old") <(sort <<<"$new") | while read -r image before after; do
  # shellcheck disable=SC2059 # the format is above
  if [ "$before" != "$after" ]; then printf "$row" "$image" "${before:7:12}" "${after:7:12}"; fi
done
# shellcheck disable=SC2059
printf "$row" charts "${old_revision:0:12}" "${revision:0:12}"
for file in platform.yaml judge.yaml; do
  sed "s/^# What runs in $from\./# What runs in $to./" "deploy/environments/$from/images/$file" |
    write "deploy/environments/$to/images/$file"
done
printf '{ "revision": "%s" }\n' "$revision" | write "deploy/environments/$to/charts.json"
