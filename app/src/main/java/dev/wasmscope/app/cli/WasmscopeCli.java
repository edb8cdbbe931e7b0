package dev.wasmscope.app.cli;

import dev.wasmscope.app.cli.doctor.Doctor;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The whole command line: the commands, and what happens when one of them cannot go on. */
public final class WasmscopeCli {
  private final Terminal terminal;
  private final CommandLine commandLine;

  /**
   * A command line over the given streams.
   *
   * @param window opens the window for the commands that need it
   */
  public WasmscopeCli(Terminal terminal, WindowLauncher window) {
    this.terminal = terminal;
    this.commandLine =
        commandLine(terminal, window)
            .setOut(writer(terminal.out()))
            .setErr(writer(terminal.err()))
            .setParameterExceptionHandler(this::refuse)
            .setExecutionExceptionHandler(this::handle);
  }

  /** The commands. */
  static CommandLine commandLine(Terminal terminal, WindowLauncher window) {
    CommandLine root =
        new CommandLine(new WasmscopeCommand(window))
            .addSubcommand(program(new RunCommand(terminal)))
            .addSubcommand(program(new DebugCommand(terminal)))
            .addSubcommand(program(new ProfileCommand(terminal)))
            .addSubcommand(new AnalyzeCommand(terminal))
            .addSubcommand(new Wat2WasmCommand(terminal))
            .addSubcommand(new Wasm2WatCommand(terminal))
            .addSubcommand(new ValidateCommand(terminal))
            .addSubcommand(new ObjdumpCommand(terminal))
            .addSubcommand(new WastCommand(terminal))
            .addSubcommand(new FmtCommand(terminal))
            .addSubcommand(new DoctorCommand(terminal, Doctor.ofThisMachine()))
            .addSubcommand(new TourCommand(window))
            .addSubcommand(new HelpCommand());
    root.getSubcommands().values().forEach(FeatureOptions::addSpellings);
    return root;
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
    int exitCode = commandLine.execute(arguments);
    terminal.out().flush();
    terminal.err().flush();
    return exitCode;
  }

  private int refuse(ParameterException problem, String[] arguments) {
    String command = problem.getCommandLine().getCommandSpec().qualifiedName();
    terminal.err().println(problem.getMessage());
    terminal.err().println("See " + command + " --help");
    return ExitCode.USAGE;
  }

  private int handle(Exception problem, CommandLine command, ParseResult parsed) {
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
        terminal.err().println(ownFault(command.getCommandName()));
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
