# shellcheck shell=bash
# Which Debian packages Touchstone uses, what for, and how it installs them. Sourced by ./touchstone.

# package|used by|purpose. "Used by" is `up`, `languages` or a stage of `test`.
fixed_packages() {
  cat <<'TABLE'
maven|up build|to build the services
bubblewrap|up units java exercises system browser attacks|the sandbox that runs submissions
qemu-system-x86|java attacks|boots a kernel with control groups of version 2, to test the sandbox on it
busybox-static|java attacks|the programs beside the sandbox on the kernel that qemu boots
linux-image-amd64|java attacks|the kernel that qemu boots; unpacked in target/kernel, not installed
redis-server|java|to test the cache that several processes share
pgbouncer|java|to test the services behind a pooler
gnupg|java|to test that others' programs read a backup
zstd|java|to test that others' programs read a backup
postgresql-client|java|to test dumps of databases
chromium-headless-shell|browser|Chromium without its windows, for the browser tests
fonts-noto-core|browser|the letters of their screenshots
openssh-server|java infrastructure|to test what a key of the bastion opens, and its rotation
shellcheck|scripts units java|checks the shell scripts and the commands of the workflows
jq|units java|the scripts of the workflows read JSON with it
TABLE
}

# The compilers and interpreters that the judge's descriptions name, one row each.
language_packages() {
  local description=judge/src/main/resources/dev/touchstone/judge/language
  sed -n -e 's/^name: *"\{0,1\}\([^"]*\)"\{0,1\}$/name \1/p' -e 's/^install: \[\(.*\)\]/install \1/p' \
    "$description"/*.yaml | awk '
      $1 == "name" { language = substr($0, 6) }
      $1 == "install" {
        gsub(",", "")
        for (i = 2; i <= NF; i++) languages[$i] = languages[$i] (languages[$i] ? ", " : "") language
      }
      END {
        for (name in languages)
          print name "|languages units java exercises system browser attacks|programs in " languages[name]
      }' | sort
}

# Is the package installed, from Debian or from elsewhere?
provided() {
  case $1 in
    maven) command -v mvn ;;
    bubblewrap) command -v bwrap ;;
    nodejs) command -v node ;;
    chromium-headless-shell) find_browser ;;
    linux-image-amd64) [ -d target/kernel ] ;;
    *) dpkg-query -W -f='${Status}' "$1" 2>/dev/null | grep -q 'ok installed' ;;
  esac >/dev/null
}

# Without windows it takes a quarter less time.
find_browser() {
  command -v chromium-headless-shell || command -v chromium || command -v chromium-browser || command -v google-chrome
}

# missing_packages USER…: the rows of the packages that these use and that are not installed.
missing_packages() {
  local package users purpose user
  while IFS='|' read -r package users purpose; do
    for user in "$@"; do
      case " $users " in
        *" $user "*)
          provided "$package" || printf '%s|%s\n' "$package" "$purpose"
          break
          ;;
      esac
    done
  done < <(fixed_packages && language_packages)
}

# Rows in readable form: the package, and its purpose.
list_packages() {
  local package purpose
  while IFS='|' read -r package purpose; do
    printf '  %-28s %s\n' "$package" "$purpose"
  done <<<"$1"
}

# The names in rows, in one line. The kernel is only unpacked, by fetch_kernel.
package_names() { cut -d'|' -f1 <<<"$1" | grep -vx linux-image-amd64 | paste -sd' '; }

can_install() { [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; }

# Can a user answer a question?
interactive() { [ -t 0 ] && [ -t 2 ]; }

confirm() {
  local answer
  printf '%s [Y/n] ' "$1" >&2
  read -r answer || answer=no
  case ${answer,,} in
    '' | y | yes) ;;
    *) return 1 ;;
  esac
}

# The command that installs the rows, for a user who may run it.
install_command() {
  printf 'sudo apt-get install --no-install-recommends %s' "$(package_names "$1")"
}

# May the rows be installed now? As root on Debian; on a terminal the user is asked once, unless the
# answer was given with --yes. Otherwise says what is missing and how to install it.
may_install() {
  local rows=$1 answer=$2
  if ! can_install; then
    warn "Not installed:"
    warn "$(list_packages "$rows")"
    warn "Install with: $(install_command "$rows")"
    return 1
  fi
  [ "$answer" = yes ] || ! interactive && return
  warn "Not installed yet:"
  warn "$(list_packages "$rows")"
  confirm "Install with apt-get now?"
}

# Installs the packages in rows. A package that apt doesn't have must not stop the others.
install_packages() {
  local rows=$1 names name status=0
  names=$(package_names "$rows")
  if [ -n "$names" ]; then
    say "Installing $names …"
    # shellcheck disable=SC2086 # a list of packages
    if ! apt_install $names; then
      for name in $names; do
        provided "$name" || apt_install "$name" || { warn "$name could not be installed; see target/apt.log."; status=1; }
      done
    fi
  fi
  if grep -q '^linux-image-amd64|' <<<"$rows"; then
    fetch_kernel || status=1
  fi
  return "$status"
}

apt_install() {
  mkdir -p target
  { apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@"; } \
    </dev/null >>target/apt.log 2>&1
}

# Debian's kernel, unpacked below target and not installed: a test boots it in an emulator.
fetch_kernel() {
  local package log=$here/target/kernel.log
  [ -d target/kernel ] && return
  [ "$(dpkg --print-architecture)" = amd64 ] || return 0
  package=$(apt-cache depends linux-image-amd64 2>/dev/null | sed -n 's/^ *Depends: *\(linux-image-[0-9].*\)$/\1/p' | head -n 1)
  [ -n "$package" ] || { warn "apt has no linux-image-amd64; the test with control groups of version 2 is skipped."; return 0; }
  say "Fetching $package …"
  rm -rf target/kernel.part
  mkdir -p target/kernel.part
  (cd target/kernel.part && apt-get download "$package" && dpkg-deb -x ./*.deb . && rm ./*.deb) >"$log" 2>&1 &&
    mv target/kernel.part target/kernel && return
  warn "Fetching $package failed; see target/kernel.log."
  return 1
}
