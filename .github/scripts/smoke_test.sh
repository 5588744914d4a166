#!/usr/bin/env bash
# Asks a platform from outside, as a browser does: TLS, the web app, the gateway, the services behind it, a read.
set -euo pipefail
. "$(dirname "$0")/common.sh"
[ $# = 1 ] || usage "URL"
url=${1%/}

# ask PATH: the body of a response with status 200.
ask() { curl --fail --silent --show-error --location --max-time 20 --retry 5 --retry-all-errors --retry-delay 3 "$url$1"; }

ask / | grep -qi '<!doctype html>' || fail "$url/ is not the web app."
[ "$(ask /health | jq -r .status)" = up ] || fail "The gateway is unhealthy."
[ "$(ask /ready | jq -r .status)" = up ] || fail "A service is not ready: $url/ready says which."
ask '/api/v1/exercises?limit=1' | jq -e '.items | type == "array"' >/dev/null || fail "Exercises can't be read."
printf '%s works.\n' "$url"
