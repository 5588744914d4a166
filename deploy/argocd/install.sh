#!/usr/bin/env bash
# Installs Argo CD in the cluster of an environment, once, and hands the rest over to it. The Kubernetes API is private, so this
# goes through the bastion: an administrator of the cluster runs it, and nothing has to be opened for it.
set -euo pipefail
cd "$(dirname "$0")/../.."

usage() {
  cat <<'TEXT'
Usage: deploy/argocd/install.sh [--dry-run | --shell] ENVIRONMENT

Installs Argo CD in the cluster of dev, staging or prod, through a tunnel of Systems Manager to the private Kubernetes API.
Needs aws with its Session Manager plugin, kubectl, helm and jq, and the credentials of an administrator of the cluster. It may
run again at any time.

  --dry-run  check everything, and say what would be done
  --shell    install nothing, but start a shell in which kubectl reaches the cluster
TEXT
}

fail() {
  printf 'install.sh: %s\n' "$*" >&2
  exit 1
}

dry_run=false
shell=false
environment=
for word in "$@"; do
  case $word in
    -h | --help) usage && exit ;;
    --dry-run) dry_run=true ;;
    --shell) shell=true ;;
    dev | staging | prod) environment=$word ;;
    *) usage >&2 && exit 2 ;;
  esac
done
[ -n "$environment" ] || { usage >&2 && exit 2; }

for program in aws kubectl helm jq; do
  command -v "$program" >/dev/null || fail "$program is missing."
done
git fetch --quiet origin main
git cat-file -e "origin/main:deploy/environments/$environment/cluster.yaml" 2>/dev/null ||
  fail "main has no deploy/environments/$environment/cluster.yaml yet. Write it with 'operations handover', and merge it."
version=$(sed -n '/^argoCd:/,$s/^  version: //p' deploy/argocd/add-ons/values.yaml)
repository=$(sed -n '/^argoCd:/,$s/^  repository: //p' deploy/argocd/add-ons/values.yaml)

parameter() { aws ssm get-parameter --name "/touchstone/$environment/$1" --query Parameter.Value --output text; }
cluster=$(parameter cluster)
bastion=$(parameter access | jq -er .bastion_instance_id) || fail "The root access has left no bastion. Apply it first."
name=$(jq -er .cluster_name <<<"$cluster")
host=$(jq -er .cluster_endpoint <<<"$cluster")
host=${host#https://}
port=${PORT:-8443}
printf 'Argo CD %s into %s, through %s\n' "$version" "$name" "$bastion"
if [ "$dry_run" = true ]; then exit; fi

# Only for this run: nothing is left in the user's own configuration.
work=$(mktemp -d)
tunnel=
clean_up() {
  [ -z "$tunnel" ] || kill "$tunnel" 2>/dev/null || true
  rm -rf "$work"
}
trap clean_up EXIT
export KUBECONFIG=$work/kubeconfig
aws ssm start-session --target "$bastion" --document-name AWS-StartPortForwardingSessionToRemoteHost \
  --parameters "host=$host,portNumber=443,localPortNumber=$port" >"$work/tunnel.log" 2>&1 &
tunnel=$!
aws eks update-kubeconfig --name "$name" --alias "$name" >/dev/null
# The certificate is that of the endpoint, not of this machine.
kubectl config set-cluster "$(kubectl config view --output 'jsonpath={.clusters[0].name}')" \
  --server "https://127.0.0.1:$port" --tls-server-name "$host" >/dev/null
for attempt in $(seq 30); do
  if kubectl version >/dev/null 2>&1; then break; fi
  kill -0 "$tunnel" 2>/dev/null || fail "The tunnel has ended: $(cat "$work/tunnel.log")"
  [ "$attempt" -lt 30 ] || fail "The Kubernetes API does not answer. Is this role an administrator of the cluster?"
  sleep 1
done

if [ "$shell" = true ]; then
  printf 'kubectl reaches %s until you leave this shell.\n' "$name"
  "${SHELL:-bash}" || true
  exit
fi
helm upgrade --install argo-cd argo-cd --repo "$repository" --version "$version" --namespace argocd --create-namespace \
  --values deploy/argocd/values.yaml --wait --timeout 10m
kubectl apply --filename deploy/argocd/objects/projects.yaml
sed "s/ENVIRONMENT/$environment/" deploy/argocd/root.yaml | kubectl apply --filename -
printf 'Argo CD installs the rest. To watch it: kubectl --namespace argocd get applications\n'
