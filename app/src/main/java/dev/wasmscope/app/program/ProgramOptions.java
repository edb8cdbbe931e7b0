package dev.wasmscope.app.program;

import dev.wasmscope.engine.policy.Permissions;
import dev.wasmscope.engine.runtime.StoreLimits;
import dev.wasmscope.engine.wasi.StandardStreams;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * How a module is run.
 *
 * @param export the function to call; empty means {@code _start}
 * @param exportArguments its arguments as users write them
 * @param programArguments what a WASI program sees behind its own name
 * @param permissions what it is granted
 * @param streams its standard input, output and error
 * @param limits what it may use up
 * @param timeLimit how long it may run; empty for no limit
 * @param links modules that serve an import name space, by that name
 * @param stubImports whether functions that nobody provides answer zero or null
 * @param remarks is told about the run, such as which imports are stubs; on any thread
 */
public record ProgramOptions(
    Optional<String> export,
    List<String> exportArguments,
    List<String> programArguments,
    Permissions permissions,
    StandardStreams streams,
    StoreLimits limits,
    Optional<Duration> timeLimit,
    Map<String, LoadedModule> links,
    boolean stubImports,
    Consumer<String> remarks) {

  /** Runs {@code _start} with nothing but time and random numbers. */
  public static final ProgramOptions DEFAULT =
      new ProgramOptions(
          Optional.empty(),
          List.of(),
          List.of(),
          Permissions.standard(),
          StandardStreams.none(),
          StoreLimits.DEFAULT,
          Optional.empty(),
          Map.of(),
          false,
          _ -> {});

  public ProgramOptions {
    exportArguments = List.copyOf(exportArguments);
    programArguments = List.copyOf(programArguments);
    links = Collections.unmodifiableMap(new LinkedHashMap<>(links)); // in the order of linking
  }

  /** These options calling {@code name}. */
  public ProgramOptions calling(String name, List<String> arguments) {
    return new ProgramOptions(
        Optional.of(name),
        arguments,
        programArguments,
        permissions,
        streams,
        limits,
        timeLimit,
        links,
        stubImports,
        remarks);
  }

  /** These options for a WASI program with {@code arguments}, {@code grants} and streams. */
  public ProgramOptions with(
      List<String> arguments, Permissions grants, StandardStreams standardStreams) {
    return new ProgramOptions(
        export,
        exportArguments,
        arguments,
        grants,
        standardStreams,
        limits,
        timeLimit,
        links,
        stubImports,
        remarks);
  }

  /**
   * These options with other imports than those of the host.
   *
   * @param listener is told which are stubs, and which of them are called
   */
  public ProgramOptions linking(
      Map<String, LoadedModule> modules, boolean stubs, Consumer<String> listener) {
    return new ProgramOptions(
        export,
        exportArguments,
        programArguments,
        permissions,
        streams,
        limits,
        timeLimit,
        modules,
        stubs,
        listener);
  }
}
