# How the JVM that executes programs is started, by the launcher and by the benchmarks. To be sourced.

java_options=(-XX:+UseSerialGC -XX:-UsePerfData --enable-native-access=ALL-UNNAMED)
