#!/usr/bin/env bash
# Restores the database of an environment into a new instance, to the newest possible point in time, looks at it, and deletes it.
# Prints how long it took and how much would have been lost.
set -euo pipefail
. "$(dirname "$0")/common.sh"
[ $# = 1 ] || usage "DATABASE"
database=$1
copy=$database-drill
most_loss=${MOST_LOSS_SECONDS:-900}

# Also if the job is cancelled: the copy costs as much as the original.
clean_up() {
  aws rds delete-db-instance --db-instance-identifier "$copy" --skip-final-snapshot --delete-automated-backups \
    --query DBInstance.DBInstanceStatus --output text || true
}

read -r group newest < <(aws rds describe-db-instances --db-instance-identifier "$database" --output text \
  --query 'DBInstances[0].[DBSubnetGroup.DBSubnetGroupName,LatestRestorableTime]')
loss=$(($(date +%s) - $(date --date="$newest" +%s)))
trap clean_up EXIT
start=$SECONDS
# No security group of the original: nobody can reach the copy.
aws rds restore-db-instance-to-point-in-time --source-db-instance-identifier "$database" \
  --target-db-instance-identifier "$copy" --use-latest-restorable-time --db-subnet-group-name "$group" \
  --no-publicly-accessible --no-multi-az --no-deletion-protection --query DBInstance.DBInstanceStatus --output text
aws rds wait db-instance-available --db-instance-identifier "$copy"
read -r version encrypted < <(aws rds describe-db-instances --db-instance-identifier "$copy" --output text \
  --query 'DBInstances[0].[EngineVersion,StorageEncrypted]')
[ "$encrypted" = True ] || fail "The restored database is not encrypted."
printf 'Restored %s (PostgreSQL %s) in %d s, to %d s before now.\n' "$database" "$version" $((SECONDS - start)) "$loss"
[ "$loss" -le "$most_loss" ] || fail "The newest point in time is $loss s old; at most $most_loss s are allowed."
