#!/bin/sh
# Copies files to the same place below /system, and writes down which Debian packages they are from, where scanners look
# in an image without a package manager.
# Usage: collect.sh FILE…
set -eu
records=/system/var/lib/dpkg/status.d
mkdir -p "$records" /system/etc
cp -L /etc/os-release /system/etc/
for file in "$@"; do
  mkdir -p "/system$(dirname "$file")"
  cp -L "$file" "/system$file"
  real=$(readlink -f "$file")
  # Packages may name a file without the /usr that links have put before it.
  owner=$(dpkg-query -S "$real" 2>/dev/null || dpkg-query -S "${real#/usr}")
  package=${owner%%: *}
  dpkg-query -s "$package" >"$records/${package%%:*}"
done
