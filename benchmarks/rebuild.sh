#!/bin/sh
# Rebuilds the kernels that are written in C: every source under src/main/resources/kernels becomes the
# .wasm file beside it, those under simd/ also one without vectors under scalar/. Uses Debian's
# compiler; as root on Debian it installs what is missing, else it prints the one line that does.
#
#   rebuild.sh            builds all
#   rebuild.sh --check    builds all elsewhere and fails when a committed module differs
set -eu

kernels=$(cd "$(dirname "$0")/src/main/resources/kernels" && pwd)
packages="clang lld"

missing=""
for package in $packages; do
  if ! dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'install ok installed'; then
    missing="$missing $package"
  fi
done
if [ -n "$missing" ]; then
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    apt-get update -qq
    # shellcheck disable=SC2086 # a list of words
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing
  else
    echo "rebuild.sh: compilers are missing; run: sudo apt-get install$missing" >&2
    exit 2
  fi
fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
status=0

# Compiled and linked apart: given -O while linking, clang's driver silently runs wasm-opt where it
# finds one. Without builtins a loop that copies stays a loop.
build() { # SOURCE MODULE WORD-SIZE [OPTION...]
  source=$1 committed=$2 bits=$3
  shift 3
  built="$work/built.wasm"
  clang "--target=wasm$bits" -std=c11 -O2 -ffreestanding -fno-builtin -mbulk-memory -Wall -Wextra -Werror \
    "-ffile-prefix-map=$kernels=." "$@" -c -o "$work/built.o" "$source"
  wasm-ld "-mwasm$bits" --no-entry --stack-first -z stack-size=65536 --strip-debug -o "$built" "$work/built.o"
  if [ "$check" = no ]; then
    cp "$built" "$committed"
  elif ! cmp -s "$built" "$committed"; then
    echo "differs: $committed" >&2
    status=1
  fi
}

check=no
[ "${1:-}" != --check ] || check=yes
for source in "$kernels"/*/*.c; do
  module="${source%.c}.wasm"
  case ${source#"$kernels"/} in
    simd/*)
      build "$source" "$module" 32 -msimd128
      build "$source" "$kernels/scalar/$(basename "$module")" 32
      ;;
    memory64/*) build "$source" "$module" 64 ;;
    *) build "$source" "$module" 32 ;;
  esac
done
[ "$status" = 0 ] || echo "rebuild.sh: run it without --check and commit the result" >&2
exit "$status"
