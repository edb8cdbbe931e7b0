package dev.wasmscope.app;

import dev.wasmscope.app.cli.ExitCode;
import dev.wasmscope.app.cli.Terminal;
import dev.wasmscope.app.cli.WasmscopeCli;
import dev.wasmscope.app.cli.WindowLauncher;
import dev.wasmscope.app.shell.WindowApplication;
import dev.wasmscope.app.tour.Tour;
import java.nio.file.Path;
import java.util.List;

/** The entry point of the process. */
public final class Main {
  private Main() {}

  /** Runs the command line and ends the process with its exit code. */
  public static void main(String[] arguments) {
    // System.exit would first look for a logger to tell, longer than a small program runs.
    Runtime.getRuntime()
        .halt(
            SourceCheck.findsChanges()
                ? SourceCheck.startAgain(arguments)
                : run(Terminal.ofProcess(), arguments));
  }

  /** Runs the command line; everything printed has been flushed. */
  static int run(Terminal terminal, String... arguments) {
    return new WasmscopeCli(terminal, new Desktop()).run(arguments);
  }

  /** The window and its tour; JavaFX is first touched here. */
  static final class Desktop implements WindowLauncher {
    @Override
    public int open(List<Path> files) {
      WindowApplication.open(files);
      return ExitCode.OK;
    }

    @Override
    public int tour(Path output) {
      return Tour.run(output) ? ExitCode.OK : ExitCode.FAILED;
    }
  }
}
