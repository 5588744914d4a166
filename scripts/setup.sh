# shellcheck shell=bash
# ./touchstone setup: installs what `up` and `test` need from Debian. Sourced by ./touchstone.

setup_usage() {
  cat <<'TEXT'
Usage: ./touchstone setup [--yes] [up] [languages] [test]

Lists the Debian packages that are missing, with what each is for, asks, and installs them. An
ordinary user gets the command instead. Without a name everything is installed:

  up          what ./touchstone up needs
  languages   the compilers and interpreters that learners may use; install single ones with apt-get
  test        what ./touchstone test uses, the languages among it

  -y, --yes   do not ask
  -h, --help  this text

It does not install the JDK and Node.js, but checks that they are there and new enough.
TEXT
}

setup() {
  local argument answer=ask users=() stages rows
  mapfile -t stages < <(stage_names)
  for argument in "$@"; do
    case $argument in
      -h | --help)
        setup_usage
        return
        ;;
      -y | --yes) answer=yes ;;
      up | languages) users+=("$argument") ;;
      test) users+=("${stages[@]}") ;;
      *) fail "Can't set up '$argument'. Choose from: up languages test" ;;
    esac
  done
  [ ${#users[@]} -gt 0 ] || users=(up languages "${stages[@]}")
  rows=$(missing_packages "${users[@]}")
  install_missing "$rows" "$answer" || return
  (require_tools) || return
  say "Everything is installed."
}

install_missing() {
  local rows=$1 answer=$2
  [ -n "$rows" ] || return 0
  if can_install && [ "$answer" = ask ] && ! interactive; then
    say "Not installed yet:"
    list_packages "$rows"
    fail "There is no terminal for the question. Add --yes to install these packages."
  fi
  if [ "$answer" = yes ]; then list_packages "$rows"; fi
  may_install "$rows" "$answer" || { warn "Nothing was installed."; return 1; }
  install_packages "$rows"
}
