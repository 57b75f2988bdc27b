# SPDX-FileCopyrightText: 2026 The Khatt authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# What `run` and `check` share: the packages, and a configured and compiled build folder. Sourced, not run;
# the caller stands in the project's root.

# say WORDS: one line to the person who watches.
say ()
{
  printf '%s\n' "$*" >&2
}

# wanted_packages [tests]: the names of .ci/packages, without those for tests unless asked for.
wanted_packages ()
{
  local name purpose
  while read -r name purpose; do
    case "$name" in
      '' | '#'*) continue ;;
    esac
    if [ -z "$purpose" ] || [ "$purpose" = "${1:-}" ]; then
      printf '%s\n' "$name"
    fi
  done < .ci/packages
}

# missing_packages [tests]: those of them that are not installed.
missing_packages ()
{
  local name state
  wanted_packages "$@" | while read -r name; do
    state=$(dpkg-query --show --showformat='${db:Status-Status}' "$name" 2>/dev/null || true)
    [ "$state" = installed ] || printf '%s\n' "$name"
  done
}

# as_root COMMAND...: as the super-user, by sudo where we are not.
as_root ()
{
  if [ "$(id -u)" = 0 ]; then
    "$@"
  elif command -v sudo > /dev/null; then
    sudo "$@"
  else
    say "Neither root nor sudo: please run: $*"
    return 1
  fi
}

# quietly COMMAND...: shows what it printed only when it fails.
quietly ()
{
  local log
  log=$(mktemp)
  if "$@" > "$log" 2>&1; then
    rm -f "$log"
  else
    cat "$log" >&2
    rm -f "$log"
    return 1
  fi
}

# install_packages [tests]: with apt, and only what is missing. Elsewhere meson will say what it lacks.
install_packages ()
{
  local missing
  if ! command -v apt-get > /dev/null || ! command -v dpkg-query > /dev/null; then
    say 'This is no Debian: .ci/packages lists what has to be there.'
    return 0
  fi
  missing=$(missing_packages "$@")
  [ -n "$missing" ] || return 0
  # shellcheck disable=SC2086
  say Installing: $missing
  quietly as_root env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=900 update
  # The names are words of a list: split them.
  # shellcheck disable=SC2086
  quietly as_root env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=900 \
    install --yes --no-install-recommends $missing
}

# build FOLDER [MESON OPTION...]: configures the folder once, reconfigures it when the options are other ones,
# and compiles. What the tools print is kept in FOLDER.log and shown when something fails.
build ()
{
  local folder=$1 log="$1.log" verb=
  shift
  [ ! -f "$folder/build.ninja" ] || verb=--reconfigure
  if ! meson setup $verb "$folder" "$@" > "$log" 2>&1; then
    # A folder of another place or of an older meson: start anew.
    rm -rf "$folder"
    meson setup "$folder" "$@" > "$log" 2>&1 || { cat "$log" >&2; return 1; }
  fi
  say "Compiling in $folder"
  ninja -C "$folder" >> "$log" 2>&1 || { tail -n 200 "$log" >&2; return 1; }
}
