#!/bin/sh
# Rebuilds the sample modules that need a compiler: every C and Rust source under
# src/main/resources/samples becomes the .wasm file beside it. Uses Debian's compilers; as root on
# Debian it installs what is missing, else it prints the one line that does.
#
#   rebuild.sh            builds all
#   rebuild.sh --check    builds all elsewhere and fails when a committed module differs
set -eu

here=$(cd "$(dirname "$0")" && pwd)
samples="$here/src/main/resources/samples"
packages="clang lld wasi-libc libclang-rt-14-dev-wasm32 rustc libstd-rust-dev-wasm32"
# Debian's compiler: another one on the path has its own standard library and gives other bytes.
rustc=/usr/bin/rustc

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

# Compiled and linked apart: given -O while linking, clang's driver silently runs wasm-opt where it
# finds one, and wasm-opt drops names.
build_c() { # SOURCE OUTPUT
  (cd "${1%/*}" && clang --target=wasm32-wasi -O1 -g -std=c11 -Wall -Wextra -Werror \
    "-ffile-prefix-map=$PWD=." -fdebug-compilation-dir=. -c -o "$2.o" "${1##*/}")
  clang --target=wasm32-wasi -o "$2" "$2.o"
}

build_rust() { # SOURCE OUTPUT
  (cd "${1%/*}" && "$rustc" --edition=2021 --target=wasm32-wasi -D warnings \
    -C opt-level=s -C panic=abort -C lto=fat -C codegen-units=1 -C strip=debuginfo \
    -C linker=wasm-ld -C metadata=sample "--remap-path-prefix=$PWD=." -o "$2" "${1##*/}")
}

status=0
for source in "$samples"/*/*.c "$samples"/*/*.rs; do
  committed="${source%.*}.wasm"
  built="$work/${committed##*/}"
  case $source in
    *.c) build_c "$source" "$built" ;;
    *.rs) build_rust "$source" "$built" ;;
  esac
  if [ "${1:-}" = --check ]; then
    if ! cmp -s "$built" "$committed"; then
      echo "differs: $committed" >&2
      status=1
    fi
  else
    cp "$built" "$committed"
  fi
done
[ "$status" = 0 ] || echo "rebuild.sh: run it without --check and commit the result" >&2
exit "$status"
