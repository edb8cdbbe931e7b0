package dev.wasmscope.app.cli;

import dev.wasmscope.app.program.LoadedModule;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Checks modules against the rules of the specification. */
@Command(
    name = "validate",
    mixinStandardHelpOptions = true,
    description = "Checks modules; says nothing when they are valid.")
final class ValidateCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = ".wasm or .wat files, or -.")
  private List<String> files;

  @Option(names = "--json", description = "Print one entry for each file as JSON.")
  private boolean json;

  @Option(
      names = {"-v", "--verbose"},
      description = "Also name the files that are valid.")
  private boolean verbose;

  @Mixin private FeatureOptions features;

  ValidateCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  /** What {@code --json} prints for a file. */
  private record Verdict(
      String file, boolean valid, List<DiagnosticPrinter.JsonDiagnostic> diagnostics) {}

  @Override
  public Integer call() {
    List<Verdict> verdicts = files.stream().map(this::validate).toList();
    if (json) {
      JsonOutput.print(verdicts, terminal.out());
    }
    return verdicts.stream().allMatch(Verdict::valid) ? ExitCode.OK : ExitCode.BAD_INPUT;
  }

  private Verdict validate(String file) {
    InputFile input = InputFile.read(file, terminal);
    LoadedModule module = input.module(features.features());
    DiagnosticPrinter printer = new DiagnosticPrinter(input);
    if (!json) {
      printer.print(module.diagnostics(), terminal.err());
      if (verbose && module.isRunnable()) {
        terminal.out().println(file + ": valid");
      }
    }
    return new Verdict(file, module.isRunnable(), printer.json(module.diagnostics()));
  }
}
