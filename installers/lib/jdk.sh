# Finding a JDK 25. To be sourced; defines functions only.

# Whether the folder holds a JDK 25, by what its `release` file states.
is_jdk_25() {
  [[ -x "$1/bin/javac" && -r "$1/release" ]] || return 1
  local line
  while IFS= read -r line || [[ -n $line ]]; do
    case "$line" in
      'JAVA_VERSION="25"' | 'JAVA_VERSION="25'[-+.]*'"') return 0 ;;
    esac
  done <"$1/release"
  return 1
}

# Prints every folder that may hold a JDK, the most deliberate choice first.
jdk_candidates() {
  local on_path
  if on_path=$(command -v javac) && on_path=$(readlink -f "$on_path"); then
    printf '%s\n' "${on_path%/bin/javac}"
  fi
  local home
  for home in /usr/lib/jvm/* /opt/* /usr/local/lib/jvm/* "$HOME"/.sdkman/candidates/java/* \
    "$HOME"/.jdks/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    [[ -d "$home" ]] && printf '%s\n' "$home"
  done
}

# Prints the home of a JDK 25; answers 1 when there is none.
find_jdk_25() {
  local home
  while IFS= read -r home; do
    if is_jdk_25 "$home"; then
      printf '%s\n' "$home"
      return 0
    fi
  done < <(jdk_candidates)
  return 1
}

explain_missing_jdk_25() {
  cat >&2 <<'MESSAGE'
Wasmscope needs a JDK 25 and found none in JAVA_HOME, on the PATH, or in the usual folders
(/usr/lib/jvm, /opt, ~/.sdkman, ~/.jdks).
Install one, for example Eclipse Temurin 25 (package temurin-25-jdk of Adoptium's apt repository,
https://adoptium.net/installation/linux/), or point JAVA_HOME at the one you have.
MESSAGE
}

# Exports JAVA_HOME for a JDK 25, its own value if that is one; or explains and answers 1.
require_jdk_25() {
  [[ -n "${JAVA_HOME:-}" ]] && is_jdk_25 "$JAVA_HOME" && return 0
  local home
  if ! home=$(find_jdk_25); then
    explain_missing_jdk_25
    return 1
  fi
  export JAVA_HOME="$home"
}
