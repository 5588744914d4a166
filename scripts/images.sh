# shellcheck shell=bash
# Builds the images of deploy/images. Sourced by ./touchstone.

# image|folder of its Containerfile|folder of its program|languages of the judge
images() {
  cat <<'TABLE'
gateway|jvm|services/gateway|
user-management|jvm|services/user-management|
exercises|jvm|services/exercises|
scores|jvm|services/scores|
operations|jvm|operations|
web|web|web|
judge-minimal|judge|judge|python3
judge-standard|judge|judge|python3 c cpp javascript
judge-full|judge|judge|*
TABLE
}

# All that jdeps finds in the programs, and what they find by name at run time: character sets, locales, archives, DNS.
IMAGE_MODULES=java.base,java.desktop,java.management,java.naming,java.net.http,java.security.jgss,java.security.sasl,java.sql,jdk.charsets,jdk.jfr,jdk.localedata,jdk.management,jdk.naming.dns,jdk.unsupported,jdk.zipfs

image_names() { images | cut -d'|' -f1; }

images_usage() {
  cat <<'TEXT'
Usage: ./touchstone images [--base IMAGE] [NAME…]
       ./touchstone images --train
       ./touchstone images --bom [NAME…]

Builds images with buildah, named localhost/touchstone/NAME:VERSION. Without names, all of them:

TEXT
  image_names | sed 's/^/  /'
  cat <<'TEXT'

  base            makes localhost/touchstone/base, a minimal Debian, with debootstrap; as root

  --train         records what the programs load and compile at a start, in target/images/aot: images
                  that are built afterwards contain it and start faster
  --bom           lists what images that were built contain, in target/images/NAME.cdx.json
  --base IMAGE    what the images are made from, Debian 12 or later: debian:12-slim by default

The variable BUILDAH_OPTIONS is passed on, such as "--storage-driver vfs".
TEXT
}

build_images() {
  local base=docker.io/library/debian:12-slim action=build names=() name row
  while [ $# -gt 0 ]; do
    case $1 in
      -h | --help)
        images_usage
        return
        ;;
      --base)
        [ $# -gt 1 ] || fail "--base needs a value; see ./touchstone images --help."
        base=$2
        shift
        ;;
      --train | --bom) action=${1#--} ;;
      -*) fail "Unknown option $1; see ./touchstone images --help." ;;
      *) names+=("$1") ;;
    esac
    shift
  done
  for name in "${names[@]}"; do
    [ "$name" = base ] || image_names | grep -qxF -- "$name" ||
      fail "Unknown image '$name'. The images are: $(image_names | paste -sd' ') base"
  done
  if [ "$action" = train ]; then
    [ ${#names[@]} -eq 0 ] || fail "--train takes no names: it starts all programs together."
    train_programs
    return
  fi
  command -v buildah >/dev/null || fail "buildah is missing. On Debian or Ubuntu: sudo apt-get install buildah"
  if [ "${names[*]}" = base ]; then
    make_base
    return
  fi
  # shellcheck disable=SC2046 # a list of names
  [ ${#names[@]} -gt 0 ] || names=($(image_names))
  require_tools
  if [ "$action" = bom ]; then
    write_boms "${names[@]}"
    return
  fi
  build_java
  case " ${names[*]} " in *" web "*) build_web ;; esac
  for name in "${names[@]}"; do
    row=$(image_row "$name")
    if [ "$name" = base ]; then make_base; else make_image "$base" "$row"; fi
  done
}

image_row() { images | awk -F'|' -v name="$1" '$1 == name'; }

# shellcheck disable=SC2086 # options of the operator, separated by spaces
in_buildah() { buildah ${BUILDAH_OPTIONS:-} "$@"; }

# A Debian with nothing but its essential packages and certificates.
make_base() {
  local folder=$here/target/images/base container
  [ "$(id -u)" = 0 ] || fail "Only root can make a base with debootstrap."
  command -v debootstrap >/dev/null || fail "debootstrap is missing. Install it: apt-get install debootstrap"
  if [ ! -f "$folder/etc/debian_version" ]; then
    say "Making a minimal Debian …"
    rm -rf "$folder"
    mkdir -p "$folder"
    debootstrap --variant=minbase --include=ca-certificates bookworm "$folder" >"$here/target/images/base.log" 2>&1 ||
      fail "debootstrap failed; see target/images/base.log."
    rm -rf "$folder"/var/cache/apt/archives/*.deb
  fi
  container=$(in_buildah from scratch)
  in_buildah add --quiet "$container" "$folder" / >/dev/null
  in_buildah commit --quiet --rm --timestamp 0 "$container" localhost/touchstone/base
}

image_version() { version | cut -d' ' -f2; }

# make_image BASE ROW
make_image() {
  local base=$1 name kind folder languages context version revision
  IFS='|' read -r name kind folder languages <<<"$2"
  context=$here/target/images/$name
  version=$(image_version)
  revision=$(git rev-parse HEAD 2>/dev/null || echo unknown)
  say "Building the image $name …"
  make_context "$context" "$name" "$folder"
  if [ "$kind" != web ]; then add_cache "$context" "${folder##*/}"; fi
  in_buildah bud --quiet --isolation chroot --network host --timestamp 0 --layers \
    --build-arg "BASE=$base" --build-arg "PROGRAM=$name" --build-arg "VERSION=$version" --build-arg "REVISION=$revision" \
    --build-arg "LANGUAGES=$(packages_of_languages "$languages")" \
    --tag "localhost/touchstone/$name:$version" --tag "localhost/touchstone/$name" --file "deploy/images/$kind/Containerfile" "$context"
}

# What a Containerfile copies: the web app's files; or the runtime, and the program with its libraries and the options of
# its JVM.
make_context() {
  local context=$1 name=$2 folder=$3
  rm -rf "$context"
  mkdir -p "$context"
  cp deploy/images/collect.sh "$context"
  if [ "$name" = web ]; then
    cp -r web/dist "$context/web"
    cp deploy/images/web/nginx.conf "$context"
  else
    copy_program "$context" "$name" "$folder"
  fi
  # Every file is as old as the other: the same sources make the same image.
  find "$context" -exec touch --no-dereference --date=@0 {} +
  chmod -R go=rX "$context"
}

copy_program() {
  local context=$1 name=$2 folder=$3 program=${3##*/}
  mkdir -p "$context/app"
  make_runtime
  cp -r "$here/target/images/runtime" "$context/runtime"
  cp "$folder/target/$program.jar" "$context/app/program.jar"
  cp -r "$folder/target/lib" "$context/app/lib"
  cp "deploy/memory/$program.options" "$context/app/options"
  cp deploy/images/jvm/health.options "$context/app/health"
  if [ "$name" = exercises ]; then cp -r exercises/starter "$context/app/starter"; fi
}

# A Java runtime with only the modules that the programs use.
make_runtime() {
  local runtime=$here/target/images/runtime
  if [ -f "$runtime/release" ] && [ "$runtime/release" -nt "$here/scripts/images.sh" ]; then return; fi
  rm -rf "$runtime"
  jlink --add-modules "$IMAGE_MODULES" --include-locales en,vi --no-header-files --no-man-pages --output "$runtime"
}

# The Debian packages of languages, by the names of their descriptions; * for all.
packages_of_languages() {
  local description=judge/src/main/resources/dev/touchstone/judge/language files=() language
  if [ "$1" = '*' ]; then
    files=("$description"/*.yaml)
  else
    for language in $1; do files+=("$description/$language.yaml"); done
  fi
  [ ${#files[@]} -eq 0 ] || sed -n 's/^install: \[\(.*\)\]/\1/p' "${files[@]}" | tr -d ',' | tr ' ' '\n' | sort -u | paste -sd' '
}
