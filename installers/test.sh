#!/usr/bin/env bash
# Builds and tests everything; arguments go to Maven. Does its own set-up on Debian.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
source "$root/installers/lib/jdk.sh"
source "$root/installers/lib/os.sh"

require_jdk_25
require_packages window screen
if ! command -v mvn >/dev/null; then
  echo "Maven (the command mvn) is not on the PATH. Run: sudo apt-get install -y maven" >&2
  exit 1
fi

# The tests of a real window get a screen in memory; the others draw on JavaFX's headless platform.
exec xvfb-run -a -s "-screen 0 1600x1000x24" mvn -B -ntp -f "$root/pom.xml" verify "$@"
