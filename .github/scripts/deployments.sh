#!/usr/bin/env bash
# Says which Applications of Argo CD a change of deploy/environments concerns. Prints a line for $GITHUB_OUTPUT:
# deployments=[{"environment":…,"application":…},…]
set -euo pipefail
. "$(dirname "$0")/common.sh"
[ $# = 2 ] || usage "BASE HEAD"
base=$1 head=$2

found=()
for environment in "${environments[@]}"; do
  folder=deploy/environments/$environment
  for row in platform/platform judge/judges; do
    name=${row%/*} application=${row#*/}
    if ! git diff --quiet "$base" "$head" -- "$folder/$name.yaml" "$folder/images/$name.yaml" "$folder/charts.json" "$folder/cluster.yaml"; then
      # What does not run yet can't be verified.
      if grep -q 'sha256:000000000000' "$folder/images/$name.yaml"; then continue; fi
      found+=("{\"environment\":\"$environment\",\"application\":\"$application-$environment\"}")
    fi
  done
done
printf 'deployments=[%s]\n' "$(IFS=,; echo "${found[*]-}")"
