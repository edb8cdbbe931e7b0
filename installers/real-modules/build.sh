#!/usr/bin/env bash
# Builds a C program for WASI in the empty folder where it is called: build.sh NAME SOURCES OUTPUT
set -euo pipefail
real=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
wasi=(clang --target=wasm32-wasi -O2 -w)

build_bzip2() {
  local name objects=()
  for name in blocksort bzlib compress crctable decompress huffman randtable bzip2; do
    "${wasi[@]}" -D_WASI_EMULATED_SIGNAL -D_WASI_EMULATED_PROCESS_CLOCKS -c "$1/$name.c"
    objects+=("$name.o")
  done
  "${wasi[@]}" "${objects[@]}" "$real/wasi-modes.c" -lwasi-emulated-signal -o "$2"
}

# minigzip, the example of zlib that packs like gzip.
build_zlib() {
  local name objects=()
  for name in adler32 crc32 deflate gzclose gzlib gzread gzwrite inffast inflate inftrees trees \
    zutil test/minigzip; do
    "${wasi[@]}" -DHAVE_UNISTD_H -I"$1" -c "$1/$name.c"
    objects+=("${name#test/}.o")
  done
  "${wasi[@]}" "${objects[@]}" -o "$2"
}

# The shell; its own makefile joins the sources first.
build_sqlite3() {
  "$1/configure" --disable-tcl --disable-readline --disable-shared CC=clang BUILD_CC=clang
  make sqlite3.c shell.c
  local emulated=(SIGNAL MMAN GETPID PROCESS_CLOCKS)
  "${wasi[@]}" "${emulated[@]/#/-D_WASI_EMULATED_}" -DSQLITE_THREADSAFE=0 \
    -DSQLITE_OMIT_LOAD_EXTENSION -DSQLITE_OMIT_WAL -DSQLITE_OMIT_POPEN -DSQLITE_NOHAVE_SYSTEM \
    sqlite3.c shell.c "$real/wasi-modes.c" -lwasi-emulated-signal -lwasi-emulated-mman \
    -lwasi-emulated-getpid -lwasi-emulated-process-clocks -o "$2"
}

# The engine with a main function of ours. One header is included for nothing and does not exist.
build_quickjs() {
  mkdir headers
  : >headers/setjmp.h
  local name objects=()
  for name in quickjs libregexp libunicode cutils dtoa; do
    "${wasi[@]}" -Iheaders -DEMSCRIPTEN -D_GNU_SOURCE "-DCONFIG_VERSION=\"$(<"$1/VERSION")\"" \
      -c "$1/$name.c"
    objects+=("$name.o")
  done
  "${wasi[@]}" -I"$1" "${objects[@]}" "$real/qjs.c" -Wl,-z,stack-size=1048576 -o "$2"
}

"build_$1" "$2" "$3"
