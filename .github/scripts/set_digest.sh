#!/usr/bin/env bash
# Writes the digest of an image into the files of an environment.
set -euo pipefail
. "$(dirname "$0")/common.sh"
[ $# = 3 ] || usage "ENVIRONMENT IMAGE DIGEST"
environment=$1 image=$2 digest=$3
is_environment "$environment" || usage "ENVIRONMENT IMAGE DIGEST; the environments are: ${environments[*]}"
[[ $digest =~ ^sha256:[0-9a-f]{64}$ ]] || fail "'$digest' is no digest."
if is_nothing "$digest"; then fail "The digest stands for 'nothing yet'."; fi

case $image in
  judge) file=judge.yaml key=image ;;
  operations) file=platform.yaml key=databases ;;
  *) file=platform.yaml key=$image ;;
esac
file=deploy/environments/$environment/images/$file
grep -qE "^$key: \{.* digest: \"sha256:" "$file" || fail "$file has no line for the image $image."
sed -E "/^$key: /s/sha256:[0-9a-f]{64}/$digest/" "$file" | write "$file"
