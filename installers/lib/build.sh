# Building the app and finding its class path. To be sourced; needs $root and $JAVA_HOME.

class_path_file=$root/app/target/class-path.txt

# Whether there is a build, be it up to date or not.
was_built() {
  [[ -f $class_path_file ]] || return 1
  [[ -d $root/app/target/classes && -d $root/app/target/javafx ]] || return 1
  local class_path
  read -r class_path <"$class_path_file" || true
  [[ -e ${class_path%%:*} ]]
}

# Prints a source that is newer than the build, if there is one; ends the shell.
print_newer_source() {
  local sources=("$root"/pom.xml "$root"/*/pom.xml "$root"/*/src/main)
  exec find "${sources[@]}" -newer "$class_path_file" -print -quit
}

# Whether there is a build, and nothing that it was made from is newer.
is_built() {
  was_built && [[ -z "$(print_newer_source)" ]]
}

# Builds the app as far as a phase of Maven's.
build_app() { # [PHASE]
  if ! command -v mvn >/dev/null; then
    echo "Wasmscope is not built yet, and Maven (the command mvn) is not on the PATH." >&2
    echo "Install it, for example: sudo apt-get install -y maven" >&2
    return 1
  fi
  echo "Building Wasmscope (once, and whenever its sources change) ..." >&2
  local log=$root/target/build.log
  mkdir -p "$root/target"
  if ! mvn -B -ntp -f "$root/pom.xml" -pl app -am "${1:-process-classes}" >"$log" 2>&1; then
    grep -E '^\[(ERROR|WARNING)\]' "$log" >&2 || cat "$log" >&2
    echo "The build failed; everything it said is in $log" >&2
    return 1
  fi
}
