# shellcheck shell=bash
# What images contain besides programs, and the list of all of it. Sourced by ./touchstone.

# Programs with an AOT cache. The commands of operations run once and end.
TRAINED="user-management exercises scores gateway judge"

# aot_cache CONTEXT PROGRAM: the file of the cache that fits what the context contains. The name has the hash of all that
# the cache depends on, because a JVM only compares sizes and dates.
aot_cache() {
  local hash
  hash=$(cd "$1" && sha256sum runtime/lib/modules runtime/lib/server/libjvm.so app/options app/program.jar app/lib/* | sha256sum)
  printf '%s/target/images/aot/%s-%s.aot' "$here" "$2" "${hash:0:16}"
}

# Records what each program loads and compiles, with the runtime, the options and the libraries of its image.
train_programs() {
  local program folder=$here/target/images/train
  require_tools
  build_java
  rm -rf "$folder"
  mkdir -p "$folder/caches" "$here/target/images/aot"
  for program in $TRAINED; do
    make_context "$folder/$program" "$program" "$(images | awk -F'|' -v program="/$program" '("/" $3) ~ program "$" { print $3; exit }')"
  done
  say "Recording starts (about a minute) …"
  in_utf8
  java "${JAVA_OPTIONS[@]}" -Xmx256m "-Dtouchstone.home=$here" -jar "$here/standalone/target/standalone.jar" \
    train --images "$folder" --to "$folder/caches"
  for program in $TRAINED; do
    mv "$folder/caches/$program.aot" "$(aot_cache "$folder/$program" "$program")"
    say "  $(aot_cache "$folder/$program" "$program")"
  done
  rm -rf "$folder"
}

# add_cache CONTEXT PROGRAM: the cache, if there is one that fits.
add_cache() {
  local context=$1 program=$2 cache
  case " $TRAINED " in *" $program "*) ;; *) return ;; esac
  cache=$(aot_cache "$context" "$program")
  if [ ! -f "$cache" ]; then
    warn "  without an AOT cache, so its starts take longer; ./touchstone images --train makes one."
    return
  fi
  cp "$cache" "$context/app/start.aot"
  chmod 644 "$context/app/start.aot"
  # Without the option that requires the cache, a JVM that can't use it says so and starts as without it.
  printf -- '-XX:AOTCache=/app/start.aot\n' >>"$context/app/options"
  find "$context/app" -exec touch --no-dereference --date=@0 {} +
}

# write_boms NAME…: what images contain, in the form of CycloneDX.
write_boms() {
  local name
  say "Listing the libraries of the programs …"
  with_progress "$here/target/bom.log" 's/^.*Building \(touchstone-[a-z-]*\).*\(\[[0-9]*\/[0-9]*\]\).*/  \2 \1/p' \
    mvn -B -ntp package -Pbom -pl standalone,operations -am -Dmaven.test.skip=true
  for name in "$@"; do write_bom "$name"; done
}

write_bom() {
  local name=$1 kind folder container root documents=() bom=$here/target/images/$1.cdx.json
  IFS='|' read -r _ kind folder _ < <(image_row "$name")
  if [ "$kind" = web ]; then
    documents=("$here/target/images/web.npm.json")
    npm --prefix web sbom --sbom-format cyclonedx --omit dev --package-lock-only >"${documents[0]}"
  else
    documents=("$folder/target/bom.json")
  fi
  container=$(in_buildah from --pull-never "localhost/touchstone/$name:$(image_version)") ||
    fail "The image $name is missing. Build it first: ./touchstone images $name"
  root=$(in_buildah mount "$container")
  java -cp "operations/target/lib/*" scripts/ImageBom.java "$name" "$(image_version)" "$root" "${documents[@]}" >"$bom.part" &&
    mv "$bom.part" "$bom"
  in_buildah rm "$container" >/dev/null
  [ ! -f "$bom.part" ] || fail "The list of the image $name could not be made."
  say "  ${bom#"$here"/}"
}
