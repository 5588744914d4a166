#!/usr/bin/env bash
# Gives each image that an environment runs a tag deployed-…, so that its registry never deletes it.
set -euo pipefail
. "$(dirname "$0")/common.sh"
[ $# = 2 ] || usage "ENVIRONMENT PREFIX"
environment=$1 prefix=$2
is_environment "$environment" || usage "ENVIRONMENT PREFIX; the environments are: ${environments[*]}"
manifest=$(mktemp)
trap 'rm -f "$manifest"' EXIT

while read -r image digest; do
  if is_nothing "$digest"; then continue; fi
  tag=deployed-${digest:7:12}
  name=$prefix/$image
  if [ "$(aws ecr batch-get-image --repository-name "$name" --image-ids "imageTag=$tag" --query 'length(images)' --output text)" = 1 ]; then
    printf '%s is kept already\n' "$name@$digest"
    continue
  fi
  aws ecr batch-get-image --repository-name "$name" --image-ids "imageDigest=$digest" \
    --query 'images[0].imageManifest' --output text >"$manifest"
  # Not there: the command above succeeds all the same.
  [ "$(cat "$manifest")" != None ] || fail "$name has no image $digest."
  # The digest is that of these bytes; the client has added a line end.
  printf %s "$(cat "$manifest")" >"$manifest.exact"
  mv "$manifest.exact" "$manifest"
  aws ecr put-image --repository-name "$name" --image-manifest "file://$manifest" --image-digest "$digest" \
    --image-tag "$tag" --query image.imageId.imageTag --output text
done < <(images_of "$environment")
