#!/usr/bin/env bash
# Copies the images that an environment runs into the registry of the next, byte by byte: the digests stay the same. Each
# must have been signed by this repository's build.
set -euo pipefail
. "$(dirname "$0")/common.sh"
[ $# = 4 ] || usage "ENVIRONMENT FROM_REGISTRY TO_REGISTRY REPOSITORY"
environment=$1 from=$2 to=$3 repository=$4
is_environment "$environment" || usage "ENVIRONMENT …; the environments are: ${environments[*]}"

while read -r image digest; do
  if is_nothing "$digest"; then fail "$environment has no image $image yet."; fi
  source=$from/$image@$digest
  # In the registry of dev, the build signed it; in the next one, the promotion that brought it there.
  cosign verify --output text \
    --certificate-oidc-issuer https://token.actions.githubusercontent.com \
    --certificate-identity-regexp "^https://github\.com/${repository//./\\.}/\.github/workflows/(build|promote)\.yml@refs/heads/main\$" \
    "$source" >/dev/null
  skopeo copy --all --preserve-digests "docker://$source" "docker://$to/$image:promoted-${digest:7:12}"
  [ "$(skopeo inspect --format '{{.Digest}}' "docker://$to/$image:promoted-${digest:7:12}")" = "$digest" ] ||
    fail "The copy of $image has another digest."
  cosign sign --yes "$to/$image@$digest"
  printf '%s %s copied and signed\n' "$image" "$digest"
done < <(images_of "$environment")
