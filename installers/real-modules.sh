#!/usr/bin/env bash
# Fetches and builds real WebAssembly modules, and measures Wasmscope on them; --help tells how.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
real=$root/installers/real-modules
source "$root/installers/lib/jdk.sh"
source "$root/installers/lib/os.sh"
source "$root/installers/lib/build.sh"
source "$root/installers/lib/java-options.sh"

usage() {
  cat <<'MESSAGE'
usage: real-modules.sh [--write] [fetch|table|compare] [FOLDER]

  fetch    gets modules from npm and builds C programs from Debian's sources, what is not there yet
  table    opens, validates, prints, re-assembles and runs every module in the folder
  compare  whole processes on ruby.wasm beside WABT's and node's, where those are installed

Without a word all of them. The folder is target/real-modules unless another is named; table takes
any folder with .wasm files. --write writes what is printed to docs/real-modules.md too.
MESSAGE
}

write=no
what=all
while [[ $# -gt 0 ]]; do
  case "$1" in
    --write) write=yes ;;
    --help)
      usage
      exit 0
      ;;
    fetch | table | compare) what=$1 ;;
    -*)
      usage >&2
      exit 2
      ;;
    *) break ;;
  esac
  shift
done
if [[ $# -gt 1 ]]; then
  usage >&2
  exit 2
fi
folder=${1:-$root/target/real-modules}

# Prints the lines of a list without its comments.
entries() {
  grep -v '^#' "$1"
}

check_sum() { # FILE SHA256
  if [[ "$(sha256sum <"$1" | cut -d' ' -f1)" != "$2" ]]; then
    echo "$1 is not the file that was pinned: its SHA-256 is not $2." >&2
    return 1
  fi
}

fetch_npm() {
  if ! command -v npm >/dev/null; then
    echo "The modules from npm are left out: the command npm is missing (sudo apt-get install -y npm)." >&2
    return 0
  fi
  local name version sum plain target archive
  while read -r name version sum; do
    plain=${name#@}
    plain=${plain//\//-}
    target=$folder/npm/$plain
    [[ -f $target/$version ]] && continue
    echo "Fetching $name $version from npm ..." >&2
    archive=$work/$plain-$version.tgz
    npm pack --silent --pack-destination "$work" "$name@$version" >/dev/null
    check_sum "$archive" "$sum"
    rm -rf "$target"
    mkdir -p "$target"
    tar -xzf "$archive" -C "$target" --wildcards --transform='s,.*/,,' '*.wasm'
    touch "$target/$version"
  done < <(entries "$real/npm.txt")
}

# Fetches source packages with apt, from lists of its own: the system's stay as they are.
apt_get() {
  apt-get -q -o Dir::Etc::SourceList="$work/sources.list" -o Dir::Etc::SourceParts=/dev/null \
    -o Dir::State::Lists="$work/lists" -o Dir::Cache="$work/cache" -o APT::Sandbox::User="$(id -un)" "$@"
}

fetch_debian() {
  if ! command -v apt-get >/dev/null; then
    echo "The C programs are left out: they are Debian's source packages, and apt-get is missing." >&2
    return 0
  fi
  local package release archive sum
  mkdir -p "$work/lists" "$work/cache" "$work/sources" "$folder/debian"
  cut -d' ' -f2 < <(entries "$real/debian.txt") | sort -u |
    sed "s,.*,deb-src ${DEBIAN_MIRROR:-http://deb.debian.org/debian} & main," >"$work/sources.list"
  while read -r package release archive sum; do
    [[ -f $folder/debian/$package.wasm ]] && continue
    require_packages wasi || { echo "The C programs are left out." >&2; return 0; }
    [[ -n "$(ls -A "$work/lists")" ]] || apt_get update >"$work/log" 2>&1 || { cat "$work/log" >&2; return 1; }
    echo "Building $package ($archive) for WASI ..." >&2
    (cd "$work/sources" && apt_get source --download-only "$package/$release") >"$work/log" 2>&1 ||
      { cat "$work/log" >&2; return 1; }
    check_sum "$work/sources/$archive" "$sum"
    mkdir -p "$work/$package/source" "$work/$package/build"
    tar -xf "$work/sources/$archive" -C "$work/$package/source" --strip-components=1
    (cd "$work/$package/build" && "$real/build.sh" "$package" ../source "$work/$package.wasm") \
      >"$work/log" 2>&1 || { cat "$work/log" >&2; return 1; }
    mv "$work/$package.wasm" "$folder/debian/"
  done < <(entries "$real/debian.txt")
}

fetch() {
  work=$(mktemp -d)
  trap 'rm -rf "$work"' EXIT
  mkdir -p "$folder"
  fetch_npm
  fetch_debian
}

# The programs that measure are among the tests of the app.
measure() { # CLASS
  local classes=$root/app/target/test-classes
  local compiled=$classes/dev/wasmscope/app/modules/$1.class
  if ! is_built || [[ ! -f $compiled || -n "$(find "$root/app/src/test/java/dev/wasmscope/app/modules" \
    -newer "$compiled" -name '*.java' -print -quit)" ]]; then
    build_app test-compile
  fi
  "$JAVA_HOME/bin/java" -Xmx6g "${java_options[@]}" \
    -cp "$classes:$root/app/target/classes:$(<"$class_path_file")" \
    "dev.wasmscope.app.modules.$1" "$folder" "$root"
}

table() {
  measure ModuleTable
}

compare() {
  require_packages measuring
  measure ProcessTable
}

all() {
  fetch
  cat <<HEADER
# Real modules

Made by \`./installers/real-modules.sh --write\`, which fetches the modules from npm and builds the C
programs from Debian's sources; versions and check sums are in \`installers/real-modules\`.

- $(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo 2>/dev/null | head -n 1), $(getconf _NPROCESSORS_ONLN) processors
- $("$JAVA_HOME/bin/java" -version 2>&1 | sed -n 2p)

Times are of one warm process; MB are millions of bytes of the module. A module is *re-assembled* when
its text is assembled again: equal to the file, or the same module with what the remark names.
*Ran*: a command did what it was asked with files and standard input, and its output was checked; of
another module what its host calls first was called, with \`--stub-imports\` in the place of the host.

HEADER
  table
  cat <<'COMPARED'

## Whole processes on ruby.wasm

Medians of interleaved rounds, from the start of the process to its end; × is Wasmscope's cost as a
multiple of the program's: below 1 Wasmscope is cheaper.

COMPARED
  compare
  cat <<'RUBY'

## CRuby by a script

`ruby.wasm` wants 24 functions of a JavaScript host. With stubs for them a script of debugger commands
initialises the interpreter and evaluates `[1,2,3].sum`; it prints 6:

    ./wasmscope debug target/real-modules/npm/ruby-3.4-wasm-wasi/ruby.wasm \
      --stub-imports --invoke _initialize --commands installers/real-modules/ruby-sum.dbg

`ruby-rounds.dbg`, beside it, calls a Ruby program in rounds: calls, hashes, sorting, strings.
RUBY
}

require_jdk_25
if [[ $write == yes ]]; then
  mkdir -p "$root/target"
  "$what" | tee "$root/target/real-modules.md"
  cp "$root/target/real-modules.md" "$root/docs/real-modules.md"
else
  "$what"
fi
