package dev.wasmscope.app.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Without a command: the window. */
@Command(
    name = "wasmscope",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Opens the window on FILE, or runs one of the commands below.",
    footer = {
      "",
      "Exit codes: 0 ok, 1 the program failed or trapped, 2 usage, 3 bad input.",
      "Each command has its own --help."
    })
final class WasmscopeCommand implements Callable<Integer> {
  private final WindowLauncher window;

  @Parameters(paramLabel = "FILE", arity = "0..*", description = ".wasm or .wat files to open.")
  private List<Path> files = List.of();

  WasmscopeCommand(WindowLauncher window) {
    this.window = window;
  }

  @Override
  public Integer call() {
    for (Path file : files) {
      if (!Files.exists(file)) {
        throw new BadInputException(
            file + ": no such file, and no command of this name",
            "Check the path, or see wasmscope --help for the commands.");
      }
    }
    return window.open(files);
  }
}
