package dev.wasmscope.app.cli;

import dev.wasmscope.app.cli.doctor.Doctor;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.ParameterException;

/** The whole command line: the commands, and what happens when one of them cannot go on. */
public final class WasmscopeCli {
  private final Terminal terminal;
  private final WindowLauncher window;

  /**
   * A command line over the given streams.
   *
   * @param window opens the window for the commands that need it
   */
  public WasmscopeCli(Terminal terminal, WindowLauncher window) {
    this.terminal = terminal;
    this.window = window;
  }

  /** The root with all commands. */
  static CommandLine commandLine(Terminal terminal, WindowLauncher window) {
    CommandLine root = new CommandLine(new WasmscopeCommand(window));
    commands(terminal, window).forEach((name, command) -> root.addSubcommand(name, command.get()));
    return root;
  }

  /**
   * The commands by name. Each is made when it is asked for: reading its annotations takes time.
   */
  private static Map<String, Supplier<CommandLine>> commands(
      Terminal terminal, WindowLauncher window) {
    Map<String, Supplier<CommandLine>> commands = new LinkedHashMap<>();
    commands.put("run", () -> program(new RunCommand(terminal, new RunOptions())));
    commands.put("debug", () -> program(new DebugCommand(terminal)));
    commands.put("profile", () -> program(new ProfileCommand(terminal)));
    commands.put("analyze", () -> new CommandLine(new AnalyzeCommand(terminal)));
    commands.put("wat2wasm", () -> new CommandLine(new Wat2WasmCommand(terminal)));
    commands.put("wasm2wat", () -> new CommandLine(new Wasm2WatCommand(terminal)));
    commands.put("validate", () -> new CommandLine(new ValidateCommand(terminal)));
    commands.put("objdump", () -> new CommandLine(new ObjdumpCommand(terminal)));
    commands.put("wast", () -> new CommandLine(new WastCommand(terminal)));
    commands.put("fmt", () -> new CommandLine(new FmtCommand(terminal)));
    commands.put(
        "doctor", () -> new CommandLine(new DoctorCommand(terminal, Doctor.ofThisMachine())));
    commands.put("tour", () -> new CommandLine(new TourCommand(window)));
    commands.put("help", () -> new CommandLine(new HelpCommand()));
    return commands;
  }

  /** A command whose positional parameters may look like options, as negative numbers do. */
  private static CommandLine program(Object command) {
    return new CommandLine(command).setUnmatchedOptionsArePositionalParams(true);
  }

  /**
   * Runs one command line.
   *
   * @param arguments what the user typed after {@code wasmscope}
   * @return the exit code, see {@link ExitCode}
   */
  public int run(String... arguments) {
    int exitCode = isPlainRun(arguments) ? plainRun(arguments) : parsed(arguments);
    terminal.out().flush();
    terminal.err().flush();
    return exitCode;
  }

  /**
   * Whether it is {@code run FILE ARG...}. Without options there is nothing to parse; making the
   * parser takes several times as long as running a small program.
   */
  private static boolean isPlainRun(String... arguments) {
    return arguments.length > 1
        && arguments[0].equals("run")
        && Arrays.stream(arguments).noneMatch(a -> a.startsWith("-") || a.startsWith("@"));
  }

  private int plainRun(String... arguments) {
    List<String> programArguments = List.of(arguments).subList(2, arguments.length);
    var options = RunOptions.plain(arguments[1], programArguments);
    try {
      return new RunCommand(terminal, options).call();
    } catch (RuntimeException problem) {
      return handle(problem, "run");
    }
  }

  private int parsed(String... arguments) {
    CommandLine commandLine = commandLineFor(arguments);
    FeatureOptions.addSpellings(commandLine, arguments);
    return commandLine
        .setOut(writer(terminal.out()))
        .setErr(writer(terminal.err()))
        .setParameterExceptionHandler(this::refuse)
        .setExecutionExceptionHandler(
            (problem, command, _) -> handle(problem, command.getCommandName()))
        .execute(arguments);
  }

  /** The root with the one command that the arguments begin with, else with all. */
  private CommandLine commandLineFor(String... arguments) {
    String first = arguments.length == 0 ? "" : arguments[0];
    Supplier<CommandLine> command = commands(terminal, window).get(first);
    return command == null || first.equals("help")
        ? commandLine(terminal, window)
        : new CommandLine(new WasmscopeCommand(window)).addSubcommand(first, command.get());
  }

  private int refuse(ParameterException problem, String[] arguments) {
    String command = problem.getCommandLine().getCommandSpec().qualifiedName();
    terminal.err().println(problem.getMessage());
    terminal.err().println("See " + command + " --help");
    return ExitCode.USAGE;
  }

  private int handle(Exception problem, String command) {
    return switch (problem) {
      case BadInputException bad -> {
        terminal.err().println(bad.getMessage());
        bad.remedy().lines().forEach(terminal.err()::println);
        yield ExitCode.BAD_INPUT;
      }
      case InvalidInputException invalid -> {
        new DiagnosticPrinter(invalid.file()).print(invalid.diagnostics(), terminal.err());
        yield ExitCode.BAD_INPUT;
      }
      default -> {
        terminal.err().println(ownFault(command));
        problem.printStackTrace(terminal.err());
        yield ExitCode.FAILED;
      }
    };
  }

  private static String ownFault(String command) {
    return "wasmscope " + command + " failed through a fault of its own; please report this:";
  }

  private static PrintWriter writer(java.io.PrintStream stream) {
    return new PrintWriter(stream, true, StandardCharsets.UTF_8);
  }
}
