#!/usr/bin/env bash
# Applies exactly the plan that was reviewed: of this environment, root and commit, with this checksum. Terraform itself refuses
# a plan whose state has changed since.
set -euo pipefail
. "$(dirname "$0")/common.sh"
[ $# = 4 ] || usage "ENVIRONMENT ROOT FOLDER SHA256"
environment=$1 root=$2 folder=$(cd "$3" && pwd) sha256=$4
[ "$(cat "$folder/of")" = "$environment $root" ] || fail "This is the plan of: $(cat "$folder/of")."
[ "$(cat "$folder/commit")" = "$(git rev-parse HEAD)" ] || fail "The plan was made from another commit. Plan again."
sha256sum --check --status <<<"$sha256  $folder/plan.tfplan" || fail "This is not the plan that was made. Plan again."
terraform -chdir="infrastructure/roots/$root" apply -input=false -no-color -lock-timeout=5m "$folder/plan.tfplan"
