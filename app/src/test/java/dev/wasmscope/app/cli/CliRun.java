package dev.wasmscope.app.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * One command line run in this process, and what came of it.
 *
 * @param exitCode what the process would have ended with
 * @param out standard output
 * @param err standard error
 */
public record CliRun(int exitCode, String out, String err) {
  /** Runs a command line with nothing to read. */
  public static CliRun of(String... arguments) {
    return withInput("", arguments);
  }

  /** Runs a command line that can read the given text. */
  public static CliRun withInput(String input, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Terminal terminal =
        new Terminal(
            new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8));
    int exitCode = new WasmscopeCli(terminal, new RecordingWindow(terminal.out())).run(arguments);
    return new CliRun(
        exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /** Says what it was asked to do instead of opening a window. */
  private record RecordingWindow(PrintStream out) implements WindowLauncher {
    @Override
    public int open(List<Path> files) {
      out.println("window " + files);
      return ExitCode.OK;
    }

    @Override
    public int tour(Path output) {
      out.println("tour " + output);
      return ExitCode.OK;
    }
  }
}
