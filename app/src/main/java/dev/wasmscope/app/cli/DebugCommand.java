package dev.wasmscope.app.cli;

import dev.wasmscope.app.cli.prompt.Prompt;
import dev.wasmscope.app.config.Configuration;
import dev.wasmscope.app.program.CoreDumpFile;
import dev.wasmscope.app.program.Launch;
import dev.wasmscope.app.program.LaunchException;
import dev.wasmscope.app.program.Listing;
import dev.wasmscope.app.program.LoadedModule;
import dev.wasmscope.app.program.ProgramOptions;
import dev.wasmscope.engine.breakpoint.Breakpoint;
import dev.wasmscope.engine.breakpoint.BreakpointFile;
import dev.wasmscope.engine.breakpoint.LoadedBreakpoints;
import dev.wasmscope.engine.debug.PostMortem;
import dev.wasmscope.engine.debuginfo.LineTable;
import dev.wasmscope.engine.runtime.StoreLimits;
import dev.wasmscope.engine.wasi.StandardStreams;
import dev.wasmscope.wasm.module.Module;
import dev.wasmscope.wasm.module.ModuleBuilder;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Debugs a program without a window: at a prompt, or by a script of the same commands. */
@Command(
    name = "debug",
    mixinStandardHelpOptions = true,
    description = {
      "Debugs a program at a prompt, or by a script of the same commands;",
      "or shows the core dump that a program has left.",
      "Type help at the prompt for the commands; run or start begins the program."
    },
    footer = {
      "",
      "A script has one command to a line; # begins a comment. It ends at its first error.",
      "Exit codes: 0 ok, 1 the program failed or trapped, 2 usage, 3 bad input or bad script."
    })
final class DebugCommand implements Callable<Integer> {

  /** What the program prints stands between the commands, so it is told to write it at once. */
  private static final Set<Integer> SHOWN_AT_ONCE = Set.of(1, 2);

  private final Terminal terminal;

  @Mixin private RunOptions options;

  @Option(
      names = "--breakpoint-file",
      paramLabel = "FILE",
      description = "Start with the breakpoints of this file.")
  private Path breakpointFile;

  @Option(
      names = "--commands",
      paramLabel = "SCRIPT",
      description = "Do the commands of a file instead of asking for them.")
  private String script;

  @Option(
      names = "--stdin",
      paramLabel = "FILE",
      description =
          "What the program reads; without it, standard input if there is a script, else nothing.")
  private String stdin;

  @Option(
      names = "--module",
      paramLabel = "MODULE",
      description = "The module that was run, if FILE is a core dump: shows its names and code.")
  private String moduleOfDump;

  @Option(
      names = "--profile-output",
      paramLabel = "FILE",
      description = "Count instructions meanwhile, and write the profile of the last run.")
  private Path profileOutput;

  DebugCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    Configuration configuration = ConfigFiles.read(options.configurations(), terminal.err());
    InputFile file = InputFile.read(options.file(), terminal);
    LoadedModule module = file.validModule(options.features());
    if (CoreDumpFile.isCoreDump(module.module())) {
      return showDump(file, module);
    }
    List<Breakpoint> breakpoints = breakpointFile(configuration).map(this::load).orElse(List.of());
    List<String> commands = script == null ? List.of() : script();
    byte[] input = stdin == null ? new byte[0] : InputFile.read(stdin, terminal).bytes();
    Listing listing = Listing.of(module);
    try (DebugProfile profile = new DebugProfile(profileOutput, listing, terminal.err());
        Prompt prompt =
            new Prompt(
                module.module(),
                listing,
                () -> Launch.of(module, programOptions(configuration, input)),
                profile::start,
                terminal.out(),
                terminal.err())) {
      prompt.breakpoints(breakpoints);
      return exitCode(script == null ? prompt.interact(reader()) : prompt.run(script, commands));
    }
  }

  private int showDump(InputFile file, LoadedModule dump) throws IOException {
    Optional<LoadedModule> code =
        Optional.ofNullable(moduleOfDump)
            .map(name -> InputFile.read(name, terminal))
            .map(input -> input.validModule(options.features()));
    List<String> commands = script == null ? List.of() : script();
    Listing listing = code.map(Listing::of).orElse(new Listing(LineTable.NONE, ""));
    Module module = code.map(LoadedModule::module).orElseGet(() -> new ModuleBuilder().build());
    try (Prompt prompt =
        Prompt.of(module, listing, open(file, dump, module), terminal.out(), terminal.err())) {
      return exitCode(script == null ? prompt.interact(reader()) : prompt.run(script, commands));
    }
  }

  private static PostMortem open(InputFile file, LoadedModule dump, Module code) {
    try {
      return CoreDumpFile.open(dump.module(), dump.spans(), Optional.of(code), StoreLimits.DEFAULT);
    } catch (LaunchException e) {
      throw new BadInputException(file.name() + ": " + e.getMessage(), e.remedy());
    }
  }

  private ProgramOptions programOptions(Configuration configuration, byte[] input) {
    boolean readsTerminal = stdin == null && script != null && !script.equals("-");
    InputStream in = readsTerminal ? terminal.in() : new ByteArrayInputStream(input);
    StandardStreams streams =
        new StandardStreams(in, terminal.out(), terminal.err(), SHOWN_AT_ONCE);
    return options.programOptions(configuration, streams, terminal);
  }

  private BufferedReader reader() {
    return new BufferedReader(new InputStreamReader(terminal.in(), StandardCharsets.UTF_8));
  }

  private List<String> script() {
    byte[] bytes = InputFile.read(script, terminal).bytes();
    return new String(bytes, StandardCharsets.UTF_8).lines().toList();
  }

  private Optional<Path> breakpointFile(Configuration configuration) {
    if (breakpointFile != null) {
      return Optional.of(breakpointFile);
    }
    return configuration.flag("debug.breakpoints.enabled").orElse(true)
        ? configuration.text("debug.breakpoints.file").map(Path::of).filter(Files::exists)
        : Optional.empty();
  }

  private List<Breakpoint> load(Path path) {
    if (!Files.exists(path)) {
      throw new BadInputException(path + ": no such file", "Check the path.");
    }
    LoadedBreakpoints loaded = BreakpointFile.at(path).load();
    if (loaded.hasErrors()) {
      throw new BadInputException(
          String.join("\n", loaded.problems().stream().map(Object::toString).toList()),
          "Correct the file; docs/formats/breakpoints.md describes it.");
    }
    loaded.problems().forEach(terminal.err()::println);
    return loaded.breakpoints();
  }

  private static int exitCode(Prompt.End end) {
    return switch (end) {
      case OK -> ExitCode.OK;
      case FAILED -> ExitCode.FAILED;
      case BAD_SCRIPT -> ExitCode.BAD_INPUT;
    };
  }
}
