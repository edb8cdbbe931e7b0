package dev.wasmscope.app.config;

import static dev.wasmscope.app.config.ValueKind.BOOLEAN;
import static dev.wasmscope.app.config.ValueKind.DURATION;
import static dev.wasmscope.app.config.ValueKind.INTEGER;
import static dev.wasmscope.app.config.ValueKind.SIZE;
import static dev.wasmscope.app.config.ValueKind.TEXT;
import static dev.wasmscope.app.config.ValueKind.TEXTS;

import dev.wasmscope.wasm.source.Nearest;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The table of keys: what each means here, or why it means nothing. */
public final class ConfigKeys {
  private static final String NO_NETWORK =
      "WASI preview 1 programs get no sockets here, so there is nothing to allow or deny";
  private static final String NO_PROCESSES = "no program can start or end a process here";
  private static final String ISOLATED =
      "a program always reaches only what it is granted, by files like this one, --dir and --env";
  private static final String NO_WRITING_OF_VARIABLES =
      "a program has no way to change variables outside itself";
  private static final String NO_CRYPTO = "there is no cryptography interface for programs";
  private static final String NO_NEURAL = "there is no neural-network interface for programs";
  private static final String OWN_COMPILER = "the engine decides by itself what to optimise";

  private final Map<String, ConfigKey> keys = new LinkedHashMap<>();

  private ConfigKeys() {}

  /** The keys of all files the product knows. */
  public static ConfigKeys standard() {
    ConfigKeys keys = new ConfigKeys();
    keys.debugging();
    keys.profiling();
    keys.sandbox();
    keys.permissions();
    keys.security();
    keys.otherRuntime("wasmtime");
    keys.otherRuntime("wasmedge");
    keys.otherRuntime("wasmer");
    keys.highPerformance();
    return keys;
  }

  /** The key at a path. */
  public Optional<ConfigKey> find(String path) {
    return Optional.ofNullable(keys.get(path));
  }

  /** All keys. */
  public Collection<ConfigKey> all() {
    return Collections.unmodifiableCollection(keys.values());
  }

  /** Whether some key lies below this path. */
  boolean isTable(String path) {
    return keys.keySet().stream().anyMatch(key -> key.startsWith(path + "."));
  }

  /** The known path that a misspelt one most likely means. */
  Optional<String> nearest(String path) {
    return Nearest.to(path, keys.keySet());
  }

  private void applied(String path, ValueKind kind) {
    keys.put(path, new ConfigKey(path, kind, ""));
  }

  private void without(String reason, String path, ValueKind kind) {
    keys.put(path, new ConfigKey(path, kind, reason));
  }

  private void debugging() {
    applied("debug.enabled", BOOLEAN);
    applied("debug.log_level", TEXT);
    applied("debug.breakpoints.enabled", BOOLEAN);
    applied("debug.breakpoints.file", TEXT);
    applied("debug.profiling.enabled", BOOLEAN);
    applied("debug.profiling.output", TEXT);
    String noTrace = "this version does not write traces";
    without(noTrace, "debug.tracing.enabled", BOOLEAN);
    without(noTrace, "debug.tracing.events", TEXTS);
  }

  private void profiling() {
    without("the command profile says whether to record", "profiler.enabled", BOOLEAN);
    without("the ending of the file's name chooses it", "profiler.output_format", TEXT);
    applied("profiler.metrics.cpu_usage", BOOLEAN);
    applied("profiler.metrics.memory_usage", BOOLEAN);
    applied("profiler.metrics.function_calls", BOOLEAN);
    applied("profiler.metrics.system_calls", BOOLEAN);
    applied("profiler.sampling.interval", DURATION);
    applied("profiler.sampling.duration", DURATION);
    applied("profiler.output.file", TEXT);
    applied("profiler.output.compress", BOOLEAN);
  }

  private void sandbox() {
    applied("sandbox.enabled", BOOLEAN);
    without(ISOLATED, "sandbox.isolation_level", TEXT);
    applied("sandbox.filesystem.read_only", BOOLEAN);
    applied("sandbox.filesystem.allowed_paths", TEXTS);
    applied("sandbox.filesystem.denied_paths", TEXTS);
    without(NO_NETWORK, "sandbox.network.enabled", BOOLEAN);
    without(NO_NETWORK, "sandbox.network.allowed_hosts", TEXTS);
    without(NO_NETWORK, "sandbox.network.denied_hosts", TEXTS);
    without(NO_PROCESSES, "sandbox.process.enabled", BOOLEAN);
    without(NO_PROCESSES, "sandbox.process.max_processes", INTEGER);
    applied("sandbox.memory.max_memory", SIZE);
    applied("sandbox.memory.max_stack_size", SIZE);
  }

  private void permissions() {
    without(ISOLATED, "permissions.default", TEXT);
    applied("permissions.filesystem.read", TEXTS);
    applied("permissions.filesystem.write", TEXTS);
    without(NO_PROCESSES, "permissions.filesystem.execute", TEXTS);
    without(NO_NETWORK, "permissions.network.tcp", TEXTS);
    without(NO_NETWORK, "permissions.network.udp", TEXTS);
    without(NO_PROCESSES, "permissions.process.spawn", BOOLEAN);
    without(NO_PROCESSES, "permissions.process.kill", BOOLEAN);
    applied("permissions.environment.read", TEXTS);
    without(NO_WRITING_OF_VARIABLES, "permissions.environment.write", TEXTS);
  }

  private void security() {
    without(ISOLATED, "security.enabled", BOOLEAN);
    without("there is one version of this file", "security.policy_version", TEXT);
    without(ISOLATED, "security.sandbox.isolation", TEXT);
    without(
        "limits always hold; sandbox.memory sets them",
        "security.sandbox.resource_limits",
        BOOLEAN);
    without(NO_CRYPTO, "security.crypto.enabled", BOOLEAN);
    without(NO_CRYPTO, "security.crypto.allowed_algorithms", TEXTS);
    without(NO_CRYPTO, "security.crypto.key_management", TEXT);
    without(NO_NETWORK, "security.network.tls_required", BOOLEAN);
    without(NO_NETWORK, "security.network.certificate_validation", BOOLEAN);
    without(NO_NETWORK, "security.network.allowed_ciphers", TEXTS);
    String noAudit = "this version keeps no audit trail";
    without(noAudit, "security.audit.enabled", BOOLEAN);
    without(noAudit, "security.audit.log_level", TEXT);
    without(noAudit, "security.audit.events", TEXTS);
  }

  private void otherRuntime(String name) {
    without("a module that imports WASI always gets it", name + ".wasi", BOOLEAN);
    applied(name + ".wasi.preopens", TEXTS);
    without(NO_NEURAL, name + ".wasi_nn", BOOLEAN);
    without(NO_NEURAL, name + ".wasi_nn.backend", TEXT);
    without(NO_CRYPTO, name + ".wasi_crypto", BOOLEAN);
    without(NO_CRYPTO, name + ".wasi_crypto.enabled", BOOLEAN);
    without(NO_NETWORK, name + ".wasi_sockets", BOOLEAN);
    without(NO_NETWORK, name + ".wasi_sockets.enabled", BOOLEAN);
  }

  private void highPerformance() {
    without(OWN_COMPILER, "hpc.enabled", BOOLEAN);
    without("a program starts the threads it wants", "hpc.threads", INTEGER);
    applied("hpc.memory_limit", SIZE);
    without(OWN_COMPILER, "hpc.simd.enabled", BOOLEAN);
    without("vectors of WebAssembly have 128 bits", "hpc.simd.width", INTEGER);
    without(OWN_COMPILER, "hpc.parallel.enabled", BOOLEAN);
    without(OWN_COMPILER, "hpc.parallel.workers", INTEGER);
    without(OWN_COMPILER, "hpc.optimization.level", TEXT);
    without(OWN_COMPILER, "hpc.optimization.vectorization", BOOLEAN);
    without(OWN_COMPILER, "hpc.optimization.loop_unrolling", BOOLEAN);
  }
}
