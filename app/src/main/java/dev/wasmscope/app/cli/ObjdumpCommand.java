package dev.wasmscope.app.cli;

import dev.wasmscope.wasm.binary.BinaryReader;
import dev.wasmscope.wasm.inspect.FeatureNeed;
import dev.wasmscope.wasm.inspect.FeatureReport;
import dev.wasmscope.wasm.inspect.ModuleFacts;
import dev.wasmscope.wasm.inspect.SectionEntry;
import dev.wasmscope.wasm.inspect.SectionTable;
import dev.wasmscope.wasm.instr.FeatureSet;
import dev.wasmscope.wasm.module.Module;
import dev.wasmscope.wasm.source.DiagnosticException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what a module in the binary format is made of. */
@Command(name = "objdump", description = "Shows the sections of a .wasm file and what they hold.")
final class ObjdumpCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(paramLabel = "FILE", description = "A .wasm file, or - for standard input.")
  private String file;

  @Option(
      names = {"-h", "--headers"},
      description = "Show the sections with their places and sizes (the default).")
  private boolean headers;

  @Option(
      names = {"-x", "--details"},
      description = "Show what each section holds.")
  private boolean details;

  @Option(
      names = {"-d", "--disassemble"},
      description = "Show each instruction with its offset and bytes.")
  private boolean disassemble;

  @Option(
      names = {"-s", "--full-contents"},
      description = "Show the bytes of each section.")
  private boolean contents;

  @Option(names = "--help", usageHelp = true, description = "Show this help message and exit.")
  @SuppressWarnings("UnusedVariable") // read by picocli; -h means the headers here
  private boolean help;

  @Option(names = "--json", description = "Print sections and details as JSON.")
  private boolean json;

  @Option(
      names = "--features",
      description = "Show which features the module needs, and since which standard they exist.")
  private boolean features;

  ObjdumpCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  /** What {@code --json} prints. */
  private record Dump(
      String file,
      int size,
      List<SectionEntry> sections,
      Map<String, List<String>> details,
      String needs,
      List<Need> features) {}

  /** A feature that the module needs. */
  private record Need(String feature, String since, String first, int uses) {
    static Need of(FeatureNeed need) {
      return new Need(need.feature().id(), need.since().title(), need.construct(), need.uses());
    }
  }

  @Override
  public Integer call() {
    InputFile input = InputFile.read(file, terminal);
    if (!input.isBinary()) {
      throw new BadInputException(
          input.name() + ": is not in the binary format: it does not begin with \\0asm",
          "Assemble it first: wasmscope wat2wasm " + file);
    }
    try {
      dump(input);
      return ExitCode.OK;
    } catch (DiagnosticException e) {
      throw new InvalidInputException(input, List.of(e.diagnostic()));
    }
  }

  private void dump(InputFile input) {
    List<SectionEntry> sections = SectionTable.of(input.bytes());
    Module module = BinaryReader.readOutline(input.bytes(), FeatureSet.ALL).module();
    if (json) {
      JsonOutput.print(
          new Dump(
              input.name(),
              input.bytes().length,
              sections,
              ModuleFacts.of(module),
              FeatureReport.of(module).summary(),
              FeatureReport.of(module).needs().stream().map(Need::of).toList()),
          terminal.out());
      return;
    }
    terminal.out().printf("%s: WebAssembly module, %d bytes%n", input.name(), input.bytes().length);
    ObjdumpPrinter printer = new ObjdumpPrinter(terminal.out());
    if (headers || !(details || features || disassemble || contents)) {
      printer.headers(sections);
    }
    if (details) {
      printer.details(ModuleFacts.of(module));
      printer.needs(FeatureReport.of(module));
      printer.customs(module);
    }
    if (features && !details) {
      printer.needs(FeatureReport.of(module));
    }
    if (disassemble) {
      printer.code(module);
    }
    if (contents) {
      printer.contents(sections, input.bytes());
    }
  }
}
