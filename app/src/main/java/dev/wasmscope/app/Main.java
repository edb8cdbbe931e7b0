package dev.wasmscope.app;

import dev.wasmscope.app.cli.ExitCode;
import dev.wasmscope.app.cli.Terminal;
import dev.wasmscope.app.cli.WasmscopeCli;
import dev.wasmscope.app.cli.WindowLauncher;
import java.nio.file.Path;
import java.util.List;

/** The entry point of the process. */
public final class Main {
  private Main() {}

  /** Runs the command line and ends the process with its exit code. */
  public static void main(String[] arguments) {
    System.exit(new WasmscopeCli(Terminal.ofProcess(), new WindowToCome()).run(arguments));
  }

  /** Stands in until the window is built. */
  private static final class WindowToCome implements WindowLauncher {
    @Override
    public int open(List<Path> files) {
      return unavailable();
    }

    @Override
    public int tour(Path output) {
      return unavailable();
    }

    private static int unavailable() {
      System.err.println("This build has no window yet; see wasmscope --help for the commands.");
      return ExitCode.FAILED;
    }
  }
}
