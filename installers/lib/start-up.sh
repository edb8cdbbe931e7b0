# What commands start from: one jar, and the JVM's AOT caches of short sessions with it. All are made
# after a build, and again when it is newer. To be sourced; needs $root, $JAVA_HOME,
# build.sh and java-options.sh.

start_up=${start_up:-$root/app/target/start-up}
start_up_jar=$start_up/wasmscope.jar
start_up_cache=$start_up/wasmscope.aot

# For what only runs programs: with fewer classes, all of which the JVM links at every start.
start_up_run_cache=$start_up/run.aot

# The cache serves only a JVM with these options, though others may be added for one command.
start_up_options=("${java_options[@]}")

# Those that the session of a cache works on.
training_samples=${training_samples:-*}

# What the caches depend on beside the jar.
start_up_lib=${BASH_SOURCE[0]%/*}

# The cache of run is made last. Classes must know what this launcher tells them.
has_start_up() {
  [[ $start_up_jar -nt $class_path_file && $start_up_run_cache -nt $start_up_jar &&
    $start_up_run_cache -nt $start_up_lib/java-options.sh &&
    $start_up_run_cache -nt $start_up_lib/compiler-directives.json &&
    $start_up_run_cache -nt $start_up_lib/start-up.sh &&
    $start_up_run_cache -nt $root/wasmscope ]]
}

make_start_up() {
  mkdir -p "$start_up"
  make_start_up_jar && make_start_up_cache "$start_up_cache" all &&
    make_start_up_cache "$start_up_run_cache" run || : >"$start_up_run_cache"
}

# A cache that cannot be made is left empty: the JVM passes over it, and nobody tries at every start.
make_start_up_cache() { # CACHE COMMANDS
  train "$1.$$" "$2" >"$start_up/training-$2.log" 2>&1 || : >"$1.$$"
  mv -f "$1.$$" "$1"
}

# The caches of another jar must not be found: of two jars of one size the JVM does not tell which it is.
make_start_up_jar() {
  local build
  rm -f "$start_up_run_cache" "$start_up_cache"
  build=$root/app/target/classes:$(<"$class_path_file")
  # The window's classes are verified anew, for which those of JavaFX are looked up.
  "$JAVA_HOME/bin/java" "${start_up_options[@]}" -cp "$build" \
    "--module-path=$root/app/target/javafx" --add-modules=javafx.controls \
    dev.wasmscope.app.startup.StartUpJar "$start_up_jar.$$" "$build" || return 1
  mv -f "$start_up_jar.$$" "$start_up_jar"
}

# Writes the cache of a session with commands, run or all, that work on the samples.
train() { # CACHE COMMANDS
  timeout 120 "$JAVA_HOME/bin/java" "${start_up_options[@]}" "-XX:AOTCacheOutput=$1" -cp "$start_up_jar" \
    dev.wasmscope.app.Training "$2" "$root"/sample-modules/src/main/resources/samples/$training_samples/*.wasm
}
