package dev.wasmscope.app.cli;

import dev.wasmscope.app.program.LoadedModule;
import dev.wasmscope.wasm.binary.BinaryReader;
import dev.wasmscope.wasm.module.Module;
import dev.wasmscope.wasm.source.DiagnosticException;
import dev.wasmscope.wasm.text.PrintOptions;
import dev.wasmscope.wasm.text.WatPrinter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints a module in the text format. */
@Command(
    name = "wasm2wat",
    mixinStandardHelpOptions = true,
    description = "Prints a .wasm file in the text format.")
final class Wasm2WatCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(paramLabel = "FILE", description = "A .wasm file, or - for standard input.")
  private String file;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      defaultValue = "-",
      description = "Where to write (default: standard output).")
  private String output;

  @Option(
      names = {"-f", "--fold-exprs"},
      description = "Write operands inside their instructions.")
  private boolean folded;

  @Option(names = "--no-debug-names", description = "Write indices in place of names.")
  private boolean withoutNames;

  @Option(names = "--no-check", description = "Print an invalid module as well.")
  private boolean unchecked;

  @Mixin private FeatureOptions features;

  Wasm2WatCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    InputFile input = InputFile.read(file, terminal);
    Module module = unchecked ? read(input) : valid(input).module();
    PrintOptions options = new PrintOptions(folded, !withoutNames, true, false);
    OutputFile.write(output, out -> WatPrinter.print(module, options, out), terminal);
    return ExitCode.OK;
  }

  private LoadedModule valid(InputFile input) {
    return input.validModule(features.features());
  }

  private Module read(InputFile input) {
    try {
      return BinaryReader.read(input.bytes(), features.features()).module();
    } catch (DiagnosticException e) {
      throw new InvalidInputException(input, List.of(e.diagnostic()));
    }
  }
}
