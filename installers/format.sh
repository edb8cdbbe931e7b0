#!/usr/bin/env bash
# Formats every Java file with google-java-format; with --check it only names the files that differ.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
source "$root/installers/lib/jdk.sh"
require_jdk_25

mode=(--replace)
case "${1:-}" in
  "") ;;
  --check) mode=(--dry-run --set-exit-if-changed) ;;
  *)
    echo "usage: format.sh [--check]" >&2
    exit 2
    ;;
esac

jar=$root/target/tools/google-java-format.jar
if [[ ! -f $jar ]]; then
  mvn -q -B -ntp -N -f "$root/pom.xml" dependency:copy@google-java-format
fi

files=$(mktemp)
trap 'rm -f "$files"' EXIT
find "$root" -name target -prune -o -name '*.java' -print | sort >"$files"
if ! "$JAVA_HOME/bin/java" -XX:+UseSerialGC -jar "$jar" "${mode[@]}" "@$files"; then
  echo "The files above are not formatted: run ./installers/format.sh" >&2
  exit 1
fi
