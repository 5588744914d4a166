#!/bin/sh
# Makes the secrets of compose.yaml, each in a file of its own. Those that exist are kept.
# Usage: deploy/compose/secrets.sh [FOLDER]
set -eu
case ${1:-} in
  -h | --help)
    echo "Usage: $0 [FOLDER]"
    echo "Makes the secrets of compose.yaml in FOLDER, by default secrets/ beside this script. Existing ones are kept."
    exit 0
    ;;
  -*)
    echo "Unknown option $1; see $0 --help." >&2
    exit 2
    ;;
esac
folder=${1:-$(dirname "$0")/secrets}
mkdir -p "$folder"
# Others can't enter the folder. The files themselves must be readable by the containers' users.
chmod 700 "$folder"
cd "$folder"
umask 077
for name in database-postgres database-auth database-exercises database-scores \
  first-administrator-password internal-token judge-token signing-secret; do
  if [ -s "$name" ]; then
    echo "$name: exists"
    continue
  fi
  od -An -N24 -tx1 /dev/urandom | tr -d ' \n' >"$name.part"
  [ "$(wc -c <"$name.part")" -eq 48 ]
  chmod 444 "$name.part"
  mv "$name.part" "$name"
  echo "$name: made"
done
