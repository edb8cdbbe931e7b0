#!/usr/bin/env bash
# Says what to install when the machine has no JDK 25; the build calls it before anything else.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/lib/jdk.sh"
require_jdk_25
