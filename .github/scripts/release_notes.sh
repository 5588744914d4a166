#!/usr/bin/env bash
# Prints what CHANGELOG.md says about a version.
set -euo pipefail
. "$(dirname "$0")/common.sh"
[ $# = 1 ] || usage "TAG"
notes=$(awk -v heading="## [${1#v}]" '
  /^## / { inside = ($0 == heading || index($0, heading " ") == 1); next }
  inside' CHANGELOG.md)
[ -n "${notes//[[:space:]]/}" ] || fail "CHANGELOG.md has no section '## [${1#v}]'."
printf '%s\n' "$notes"
