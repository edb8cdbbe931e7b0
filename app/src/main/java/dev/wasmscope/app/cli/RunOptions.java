package dev.wasmscope.app.cli;

import dev.wasmscope.app.config.Configuration;
import dev.wasmscope.app.program.LoadedModule;
import dev.wasmscope.app.program.ProgramOptions;
import dev.wasmscope.engine.wasi.StandardStreams;
import dev.wasmscope.wasm.instr.FeatureSet;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What a program is started with; the same for every command that runs one. */
final class RunOptions {
  /** A value such as -5, -0x1p3, -inf or -nan:0x1, which only looks like an option. */
  private static final String NEGATIVE = "-(\\d|\\.\\d|inf|nan).*";

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Parameters(index = "0", paramLabel = "FILE", description = "The module: .wasm or .wat, or -.")
  private String file;

  @Parameters(
      index = "1..*",
      paramLabel = "ARG",
      description =
          "Arguments of the function named by --invoke; without it, and always after --,"
              + " arguments of the program.")
  private List<String> positional = List.of();

  @Option(
      names = "--invoke",
      paramLabel = "NAME",
      description = "Call this exported function instead of _start and print its results.")
  private String invoke;

  @Option(
      names = "--dir",
      paramLabel = "HOST::GUEST",
      description = "Let the program use a directory, under the name GUEST.")
  private List<String> directories = List.of();

  @Option(
      names = "--env",
      paramLabel = "NAME=VALUE",
      description = "Set an environment variable; NAME alone takes the value it has here.")
  private List<String> environment = List.of();

  @Option(
      names = "--link",
      paramLabel = "NAME=FILE",
      description = "Let a module serve the imports from NAME.")
  private Map<String, String> links = Map.of();

  @Option(
      names = "--stub-imports",
      description = "Let functions that nobody provides answer zero or null.")
  private boolean stubImports;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "Read a configuration in TOML; options on the command line go before it.")
  private List<Path> configurations = List.of();

  @Mixin private LimitOptions limits = new LimitOptions();

  @Mixin private FeatureOptions features = new FeatureOptions();

  /** A file and arguments of its program, nothing else. */
  static RunOptions plain(String file, List<String> arguments) {
    var options = new RunOptions();
    options.file = file;
    options.positional = arguments;
    return options;
  }

  String file() {
    return file;
  }

  FeatureSet features() {
    return features.features();
  }

  LimitOptions limits() {
    return limits;
  }

  List<String> directories() {
    return directories;
  }

  List<String> environment() {
    return environment;
  }

  List<Path> configurations() {
    return configurations;
  }

  /** How the program is to run; the options go before the configuration. */
  ProgramOptions programOptions(
      Configuration configuration, StandardStreams streams, Terminal terminal) {
    Grants grants = new Grants(this, configuration);
    return new ProgramOptions(
        Optional.ofNullable(invoke),
        functionArguments(),
        programArguments(),
        grants.permissions(),
        streams,
        grants.limits(),
        limits.timeout(),
        links(terminal),
        stubImports,
        terminal.err()::println);
  }

  private Map<String, LoadedModule> links(Terminal terminal) {
    Map<String, LoadedModule> modules = new LinkedHashMap<>();
    for (Map.Entry<String, String> link : links.entrySet()) {
      InputFile input = InputFile.read(link.getValue(), terminal);
      modules.put(link.getKey(), input.validModule(features()));
    }
    return modules;
  }

  private List<String> functionArguments() {
    return invoke == null ? List.of() : beforeSeparator();
  }

  private List<String> programArguments() {
    List<String> arguments = new ArrayList<>(invoke == null ? beforeSeparator() : List.of());
    arguments.addAll(behindSeparator());
    return arguments;
  }

  private List<String> beforeSeparator() {
    List<String> before = positional.subList(0, positional.size() - behindSeparator().size());
    for (String argument : before) {
      if (argument.startsWith("-") && argument.length() > 1 && !argument.matches(NEGATIVE)) {
        throw usage(
            "Unknown option: '" + argument + "'; what the program is to get goes behind --");
      }
    }
    return before;
  }

  private List<String> behindSeparator() {
    if (command == null) {
      return List.of();
    }
    List<String> all = command.commandLine().getParseResult().originalArgs();
    int separator = all.indexOf("--");
    return separator < 0 ? List.of() : all.subList(separator + 1, all.size());
  }

  private ParameterException usage(String message) {
    return new ParameterException(command.commandLine(), message);
  }
}
