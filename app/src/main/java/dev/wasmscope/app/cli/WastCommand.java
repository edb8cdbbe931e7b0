package dev.wasmscope.app.cli;

import dev.wasmscope.engine.Engine;
import dev.wasmscope.engine.script.Failure;
import dev.wasmscope.engine.script.ScriptReport;
import dev.wasmscope.engine.script.ScriptSuite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs scripts of the specification's test suite. */
@Command(
    name = "wast",
    mixinStandardHelpOptions = true,
    description = "Runs .wast scripts: files, and folders with all scripts below them.")
final class WastCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(arity = "1..*", paramLabel = "PATH", description = "Scripts and folders.")
  private List<Path> paths;

  @Option(names = "--json", description = "Print totals and failures as JSON.")
  private boolean json;

  @Mixin private FeatureOptions features;

  WastCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  /** What {@code --json} prints. */
  private record Totals(int passed, int failed, int skipped, List<Failure> failures) {}

  @Override
  public Integer call() {
    ScriptSuite suite = Engine.scripts();
    ScriptReport total = ScriptReport.EMPTY;
    for (Path file : files()) {
      ScriptReport report = run(suite, file);
      if (!json) {
        report.failures().forEach(terminal.out()::println);
      }
      total = total.plus(report);
    }
    if (json) {
      JsonOutput.print(
          new Totals(total.passed(), total.failures().size(), total.skipped(), total.failures()),
          terminal.out());
    } else {
      terminal.out().println(total.totals());
    }
    return total.isSuccess() ? ExitCode.OK : ExitCode.FAILED;
  }

  private List<Path> files() {
    for (Path path : paths) {
      if (!Files.exists(path)) {
        throw new BadInputException(path + ": no such file or folder", "Check the path.");
      }
    }
    try {
      List<Path> files = ScriptSuite.files(paths);
      if (files.isEmpty()) {
        throw new BadInputException(
            paths.getFirst() + ": there is no .wast file in this folder", "Check the path.");
      }
      return files;
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private ScriptReport run(ScriptSuite suite, Path file) {
    try {
      return suite.run(file, features.features());
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private static BadInputException unreadable(IOException e) {
    return new BadInputException(
        "a script cannot be read (" + e.getMessage() + ")", "Check the path and its permissions.");
  }
}
