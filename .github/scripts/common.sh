# shellcheck shell=bash
# What several scripts of the workflows need. Sourced.

environments=(dev staging prod)

fail() {
  printf '%s: %s\n' "$(basename "$0")" "$*" >&2
  exit 1
}

# usage TEXT: wrong arguments.
usage() {
  printf 'Usage: %s %s\n' "$(basename "$0")" "$*" >&2
  exit 2
}

is_environment() { case " ${environments[*]} " in *" $1 "*) ;; *) return 1 ;; esac; }

# images_of ENVIRONMENT: lines of image and digest, as deploy/environments says. The jobs of the chart platform run the image
# operations, the judges' chart runs one of the judge's images.
images_of() {
  local folder=deploy/environments/$1/images
  sed -n -E 's/^([a-z-]+): \{ image: \{ digest: "(sha256:[0-9a-f]{64})" \} \}$/\1 \2/p; ' "$folder/platform.yaml" |
    sed 's/^databases /operations /'
  sed -n -E 's/^image: \{ digest: "(sha256:[0-9a-f]{64})" \}$/judge \1/p' "$folder/judge.yaml"
}

# revision_of ENVIRONMENT: the commit, or branch, whose charts it uses.
revision_of() { sed -n -E 's/^\{ "revision": "([a-z0-9]+)" \}$/\1/p' "deploy/environments/$1/charts.json"; }

# Nothing was built yet.
is_nothing() { [[ $1 =~ ^sha256:0+$ ]]; }

# write FILE: replaces a file by standard input, at once or not at all.
write() {
  local fresh=$1.new
  cat >"$fresh"
  mv "$fresh" "$1"
}
