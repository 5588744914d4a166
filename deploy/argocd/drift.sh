#!/usr/bin/env bash
# Reports which Applications of the current cluster differ from this repository, or are unwell. Exit status 1 if one is.
set -euo pipefail
[ $# = 0 ] || { echo "Usage: deploy/argocd/drift.sh, with KUBECONFIG of the cluster" >&2; exit 2; }
kubectl --namespace argocd get applications --output json | jq --raw-output '
  [.items[] | {
    name: .metadata.name,
    sync: (.status.sync.status // "Unknown"),
    health: (.status.health.status // "Unknown"),
    objects: [.status.resources[]? | select(.status == "OutOfSync") | "\(.kind)/\(.name)"]
  }] as $all |
  ($all[] | "\(.name): \(.sync), \(.health)" + (if .objects == [] then "" else ": " + (.objects | join(", ")) end)),
  (if all($all[]; .sync == "Synced" and .health == "Healthy") and $all != [] then empty else "drift\n" | halt_error(1) end)'
