package dev.wasmscope.app.cli;

import dev.wasmscope.wasm.binary.BinaryReader;
import dev.wasmscope.wasm.inspect.ModuleFacts;
import dev.wasmscope.wasm.inspect.SectionEntry;
import dev.wasmscope.wasm.inspect.SectionTable;
import dev.wasmscope.wasm.source.DiagnosticException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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

  @Option(names = "--help", usageHelp = true, description = "Show this help message and exit.")
  @SuppressWarnings("UnusedVariable") // read by picocli; -h means the headers here
  private boolean help;

  @Option(names = "--json", description = "Print sections and details as JSON.")
  private boolean json;

  @Mixin private FeatureOptions features;

  ObjdumpCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  /** What {@code --json} prints. */
  private record Dump(
      String file, int size, List<SectionEntry> sections, Map<String, List<String>> details) {}

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
    Map<String, List<String>> facts = details || json ? facts(input) : Map.of();
    if (json) {
      JsonOutput.print(
          new Dump(input.name(), input.bytes().length, sections, facts), terminal.out());
      return;
    }
    terminal.out().printf("%s: WebAssembly module, %d bytes%n", input.name(), input.bytes().length);
    if (headers || (!details && !disassemble)) {
      terminal.out().printf("%nSections:%n%n");
      sections.forEach(this::printHeader);
    }
    facts.forEach(this::printDetails);
    if (disassemble) {
      new Disassembly(BinaryReader.read(input.bytes(), features.features()).module())
          .print(terminal.out());
    }
  }

  private Map<String, List<String>> facts(InputFile input) {
    return ModuleFacts.of(BinaryReader.readOutline(input.bytes(), features.features()).module());
  }

  private void printHeader(SectionEntry section) {
    String name = section.id() == 0 ? "custom \"" + section.name() + '"' : section.name();
    String count =
        section.count().isPresent()
            ? "count: " + Integer.toUnsignedString(section.count().getAsInt())
            : "";
    terminal
        .out()
        .printf(
            "%12s start=0x%08x end=0x%08x (size=0x%08x) %s%n",
            name, section.start(), section.end(), section.size(), count);
  }

  private void printDetails(String section, List<String> lines) {
    terminal.out().printf("%n%s[%d]:%n", section, lines.size());
    lines.forEach(line -> terminal.out().println(" - " + line));
  }
}
