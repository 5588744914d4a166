#!/usr/bin/env bash
# Plans a root and leaves the plan, its text, and its checksum in a folder. Prints lines for $GITHUB_OUTPUT: changes=…, sha256=…
set -euo pipefail
. "$(dirname "$0")/common.sh"
[ $# = 3 ] || usage "ENVIRONMENT ROOT FOLDER"
environment=$1 root=$2 folder=$3
is_environment "$environment" || usage "ENVIRONMENT ROOT FOLDER; the environments are: ${environments[*]}"
[ -d "infrastructure/roots/$root" ] || fail "There is no root $root."
mkdir -p "$folder"
folder=$(cd "$folder" && pwd)
values=../../environments/$environment
arguments=(-var-file="$values/common.tfvars")
[ ! -f "infrastructure/environments/$environment/$root.tfvars" ] || arguments+=(-var-file="$values/$root.tfvars")

status=0
terraform -chdir="infrastructure/roots/$root" plan -input=false -no-color -lock-timeout=5m -detailed-exitcode \
  "${arguments[@]}" -out="$folder/plan.tfplan" >"$folder/plan.log" || status=$?
case $status in
  0) changes=false ;;
  2) changes=true ;;
  *) fail "The plan of $root failed." ;;
esac
terraform -chdir="infrastructure/roots/$root" show -no-color "$folder/plan.tfplan" >"$folder/plan.txt"
git rev-parse HEAD >"$folder/commit"
printf '%s %s\n' "$environment" "$root" >"$folder/of"
printf 'changes=%s\nsha256=%s\n' "$changes" "$(sha256sum "$folder/plan.tfplan" | cut -d' ' -f1)"
