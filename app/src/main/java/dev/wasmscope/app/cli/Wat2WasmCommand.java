package dev.wasmscope.app.cli;

import dev.wasmscope.wasm.binary.BinaryWriter;
import dev.wasmscope.wasm.instr.FeatureSet;
import dev.wasmscope.wasm.module.Module;
import dev.wasmscope.wasm.source.Span;
import dev.wasmscope.wasm.text.ParsedModule;
import dev.wasmscope.wasm.text.WatParser;
import dev.wasmscope.wasm.valid.ModuleValidator;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Assembles the text format. */
@Command(
    name = "wat2wasm",
    mixinStandardHelpOptions = true,
    description = "Assembles a .wat file to a .wasm file.")
final class Wat2WasmCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(paramLabel = "FILE", description = "A .wat file, or - for standard input.")
  private String file;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Where to write, - for standard output (default: FILE with .wasm, here).")
  private String output;

  @Option(names = "--debug-names", description = "Keep the names of the text in a name section.")
  private boolean debugNames;

  @Option(names = "--no-check", description = "Do not validate the module.")
  private boolean unchecked;

  @Mixin private FeatureOptions features;

  Wat2WasmCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    InputFile input = InputFile.read(file, terminal);
    if (input.isBinary()) {
      throw new BadInputException(
          input.name() + ": is in the binary format already",
          "Print it: wasmscope wasm2wat " + file);
    }
    Module module = unchecked ? parse(input) : valid(input);
    byte[] binary = debugNames ? BinaryWriter.writeWithNames(module) : BinaryWriter.write(module);
    OutputFile.write(output == null ? OutputFile.named(file, ".wasm") : output, binary, terminal);
    return ExitCode.OK;
  }

  /** Most texts are valid, and need no map of where things stand: others are read once more. */
  private Module valid(InputFile input) {
    FeatureSet enabled = features.features();
    return WatParser.parseWithoutMap(input.bytes(), enabled)
        .filter(module -> ModuleValidator.validate(module, enabled, _ -> Span.at(0)).isEmpty())
        .orElseGet(() -> input.validModule(enabled).module());
  }

  private Module parse(InputFile input) {
    ParsedModule parsed = WatParser.parse(input.bytes(), features.features());
    if (parsed.hasErrors()) {
      throw new InvalidInputException(input, parsed.diagnostics());
    }
    return parsed.module();
  }
}
