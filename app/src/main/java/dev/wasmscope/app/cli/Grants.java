package dev.wasmscope.app.cli;

import dev.wasmscope.app.config.Configuration;
import dev.wasmscope.engine.policy.DirectoryGrant;
import dev.wasmscope.engine.policy.DirectoryGrant.Access;
import dev.wasmscope.engine.policy.Permissions;
import dev.wasmscope.engine.runtime.StoreLimits;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** What a program may reach and use up: the options of the command line over the configuration. */
final class Grants {
  private static final List<String> OTHER_RUNTIMES = List.of("wasmtime", "wasmedge", "wasmer");
  private static final int SLOT_BYTES = Long.BYTES;

  private final RunOptions options;
  private final Configuration configuration;

  Grants(RunOptions options, Configuration configuration) {
    this.options = options;
    this.configuration = configuration;
  }

  /** Directories and variables; clocks and random numbers are the host's. */
  Permissions permissions() {
    return Permissions.standard().withDirectories(directories()).withEnvironment(environment());
  }

  /** The size of memories and stacks, and fuel. */
  StoreLimits limits() {
    StoreLimits limits = StoreLimits.DEFAULT;
    OptionalLong memory = memoryBytes();
    if (memory.isPresent()) {
      limits = limits.withMemoryBytes(memory.getAsLong());
    }
    long stack = sandboxed() ? configuration.number("sandbox.memory.max_stack_size").orElse(0L) : 0;
    if (stack > 0) {
      int slots = (int) Math.min(limits.stackSlots(), Math.max(1, stack / SLOT_BYTES));
      limits = limits.withStackSlots(slots);
    }
    return limits
        .withFuel(options.limits().fuel())
        .withTrapOnGrowFailure(options.limits().trapOnGrowFailure());
  }

  private OptionalLong memoryBytes() {
    OptionalLong wanted = options.limits().maxMemory();
    if (wanted.isPresent()) {
      return wanted;
    }
    Stream<Long> configured =
        Stream.of(
                sandboxed() ? configuration.number("sandbox.memory.max_memory") : none(),
                configuration.number("hpc.memory_limit"))
            .flatMap(java.util.Optional::stream);
    return configured.mapToLong(Long::longValue).min();
  }

  private static java.util.Optional<Long> none() {
    return java.util.Optional.empty();
  }

  private boolean sandboxed() {
    return configuration.flag("sandbox.enabled").orElse(true);
  }

  private List<DirectoryGrant> directories() {
    List<DirectoryGrant> grants = new ArrayList<>();
    for (String text : options.directories()) {
      grants.add(parse(text, "--dir"));
    }
    for (String runtime : OTHER_RUNTIMES) {
      for (String text : configuration.texts(runtime + ".wasi.preopens")) {
        grants.add(parse(text.replaceFirst("(?<!:):(?!:)", "::"), runtime + ".wasi.preopens"));
      }
    }
    if (sandboxed()) {
      grants.addAll(sandboxDirectories());
    }
    grants.addAll(permittedDirectories());
    return grants;
  }

  private List<DirectoryGrant> sandboxDirectories() {
    boolean readOnly = configuration.flag("sandbox.filesystem.read_only").orElse(false);
    List<Path> denied =
        configuration.texts("sandbox.filesystem.denied_paths").stream().map(Path::of).toList();
    return existing(configuration.texts("sandbox.filesystem.allowed_paths")).stream()
        .filter(path -> denied.stream().noneMatch(path::startsWith))
        .map(path -> grant(path, readOnly ? Access.READ : Access.READ_WRITE))
        .toList();
  }

  private List<DirectoryGrant> permittedDirectories() {
    List<Path> writable = existing(configuration.texts("permissions.filesystem.write"));
    Stream<Path> readable =
        existing(configuration.texts("permissions.filesystem.read")).stream()
            .filter(path -> !writable.contains(path));
    return Stream.concat(
            writable.stream().map(path -> grant(path, Access.READ_WRITE)),
            readable.map(path -> grant(path, Access.READ)))
        .toList();
  }

  /** A directory that a file allows need not exist; one that the user names must. */
  private static List<Path> existing(List<String> paths) {
    return paths.stream().map(Path::of).filter(Files::isDirectory).toList();
  }

  private static DirectoryGrant grant(Path path, Access access) {
    return new DirectoryGrant(path, path.toString(), access);
  }

  private static DirectoryGrant parse(String text, String origin) {
    try {
      DirectoryGrant grant = DirectoryGrant.parse(text, Access.READ_WRITE);
      if (!Files.isDirectory(grant.host())) {
        throw new BadInputException(
            origin + ": " + grant.host() + " is not a directory", "Name one that exists.");
      }
      return grant;
    } catch (IllegalArgumentException e) {
      throw new BadInputException(origin + ": " + e.getMessage(), "Write HOST::GUEST.");
    }
  }

  private Map<String, String> environment() {
    Map<String, String> variables = new LinkedHashMap<>();
    Map<String, String> here = System.getenv();
    for (String name : configuration.texts("permissions.environment.read")) {
      if (here.containsKey(name)) {
        variables.put(name, here.get(name));
      }
    }
    for (String text : options.environment()) {
      int equals = text.indexOf('=');
      String name = equals < 0 ? text : text.substring(0, equals);
      if (equals >= 0) {
        variables.put(name, text.substring(equals + 1));
      } else if (here.containsKey(name)) {
        variables.put(name, here.get(name));
      }
    }
    return variables;
  }
}
