# shellcheck shell=bash
# ./touchstone screenshots: pictures of every page. Sourced by ./touchstone.

screenshots_usage() {
  cat <<'TEXT'
Usage: ./touchstone screenshots [--yes] [FOLDER]

Takes a picture of every page in both languages, both themes and four widths (360, 768, 1440 and 2560 pixels),
with a platform and data of its own, in a quarter of an hour. FOLDER/LANGUAGE/THEME/WIDTH/PAGE.png; FOLDER is
target/screenshots, beside this script, if none is given.

  -y, --yes   install missing packages without asking (as root, on Debian or Ubuntu)
  -h, --help  this text
TEXT
}

screenshots() {
  local answer=ask folder=$here/target/screenshots rows browser
  while [ $# -gt 0 ]; do
    case $1 in
      -h | --help)
        screenshots_usage
        return
        ;;
      -y | --yes) answer=yes ;;
      -*) fail "Unknown option '$1'; see ./touchstone screenshots --help." ;;
      *) folder=$1 ;;
    esac
    shift
  done
  case $folder in /*) ;; *) folder=$caller/$folder ;; esac
  rows=$(missing_packages up browser)
  if [ -n "$rows" ]; then
    may_install "$rows" "$answer" || fail "Nothing was installed."
    install_packages "$rows"
  fi
  browser=$(find_browser) || fail "No Chromium is installed."
  require_tools
  build_java
  build_web
  with_platform "$here/target/screenshots.log" "$here/standalone/target/standalone.jar" "$here/judge/target/judge.jar" \
    take_screenshots "$browser" "$folder"
}

# Called with the platform's address and the administrator's password in the environment.
take_screenshots() {
  mkdir -p "$2"
  TOUCHSTONE_CHROMIUM=$1 TOUCHSTONE_SCREENSHOTS=$2 npm --prefix web run screenshots
  say "The pictures are in $2."
}
