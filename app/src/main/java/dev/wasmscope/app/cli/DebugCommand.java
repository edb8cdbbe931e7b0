package dev.wasmscope.app.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Debugs a program without a window: at a prompt, or by a script of the same commands. */
@Command(
    name = "debug",
    mixinStandardHelpOptions = true,
    description = "Debugs a program at a prompt, or by a script of commands.")
final class DebugCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(paramLabel = "FILE", description = "The module, as .wasm or .wat.")
  private String file = "";

  DebugCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    InputFile.read(file, terminal);
    terminal.err().println("debug: this build cannot start programs yet.");
    return ExitCode.FAILED;
  }
}
