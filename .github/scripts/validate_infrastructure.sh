#!/usr/bin/env bash
# Looks at what was applied: the add-ons of the cluster run, above all the EBS CSI driver; the database takes connections, is
# PostgreSQL 15 or later, encrypted and private.
set -euo pipefail
. "$(dirname "$0")/common.sh"
[ $# = 2 ] || usage "cluster|database NAME"
name=$2
good=true

# expect WHAT FOUND PATTERN
expect() {
  if [[ $2 =~ ^($3)$ ]]; then
    printf '%s: %s\n' "$1" "$2"
  else
    printf '::error::%s is %s, not %s\n' "$1" "${2:-missing}" "$3"
    good=false
  fi
}

cluster() {
  expect "cluster $name" "$(aws eks describe-cluster --name "$name" --query cluster.status --output text)" ACTIVE
  expect "its public endpoint" \
    "$(aws eks describe-cluster --name "$name" --query cluster.resourcesVpcConfig.endpointPublicAccess --output text)" False
  local addon
  for addon in aws-ebs-csi-driver vpc-cni coredns kube-proxy eks-pod-identity-agent; do
    expect "add-on $addon" \
      "$(aws eks describe-addon --cluster-name "$name" --addon-name "$addon" --query addon.status --output text)" ACTIVE
  done
}

database() {
  local status version encrypted public
  read -r status version encrypted public < <(aws rds describe-db-instances --db-instance-identifier "$name" --output text \
    --query 'DBInstances[0].[DBInstanceStatus,EngineVersion,StorageEncrypted,PubliclyAccessible]')
  expect "database $name" "$status" available
  expect "its PostgreSQL" "$version" '(1[5-9]|[2-9][0-9])\..*'
  expect "its encryption" "$encrypted" True
  expect "its public address" "$public" False
}

case $1 in
  cluster | database) "$1" ;;
  *) usage "cluster|database NAME" ;;
esac
[ "$good" = true ] || fail "$name is not as it should be."
