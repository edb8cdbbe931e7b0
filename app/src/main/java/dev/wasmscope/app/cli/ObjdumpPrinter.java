package dev.wasmscope.app.cli;

import dev.wasmscope.wasm.inspect.CustomFacts;
import dev.wasmscope.wasm.inspect.DisassembledLine;
import dev.wasmscope.wasm.inspect.Disassembly;
import dev.wasmscope.wasm.inspect.FeatureNeed;
import dev.wasmscope.wasm.inspect.FeatureReport;
import dev.wasmscope.wasm.inspect.HexDump;
import dev.wasmscope.wasm.inspect.SectionEntry;
import dev.wasmscope.wasm.module.CustomSection;
import dev.wasmscope.wasm.module.IndexSpaces;
import dev.wasmscope.wasm.module.Module;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;

/** Lays out what {@link ObjdumpCommand} found, the way binary tools do. */
final class ObjdumpPrinter {
  private static final int CODE_COLUMNS = 26;

  private final PrintStream out;

  ObjdumpPrinter(PrintStream out) {
    this.out = out;
  }

  /** A line for each section: place, size, number of elements. */
  void headers(List<SectionEntry> sections) {
    out.printf("%nSections:%n%n");
    for (SectionEntry section : sections) {
      String count =
          section.count().isPresent()
              ? "count: " + Integer.toUnsignedString(section.count().getAsInt())
              : "";
      out.printf(
          "%12s start=0x%08x end=0x%08x (size=0x%08x) %s%n",
          name(section), section.start(), section.end(), section.size(), count);
    }
  }

  /** What each section holds. */
  void details(Map<String, List<String>> facts) {
    facts.forEach(this::group);
  }

  /** Which standard has all that a module needs, and what it needs beyond the first. */
  void needs(FeatureReport report) {
    out.printf("%nNeeds WebAssembly %s%n", report.summary());
    List<String> needs = report.needs().stream().map(ObjdumpPrinter::line).toList();
    if (!needs.isEmpty()) {
      group("features", needs);
    }
  }

  /** What toolchains left in custom sections. */
  void customs(Module module) {
    for (CustomSection section : module.customs()) {
      List<String> lines = CustomFacts.of(section, module.customs());
      if (!lines.isEmpty()) {
        group("\"" + section.name() + "\"", lines);
      }
    }
  }

  private static String line(FeatureNeed need) {
    return "%s (%s), %d uses, the first is %s"
        .formatted(need.feature().id(), need.since().title(), need.uses(), need.construct());
  }

  private void group(String title, List<String> lines) {
    out.printf("%n%s[%d]:%n", title, lines.size());
    lines.forEach(line -> out.println(" - " + line));
  }

  /** The bytes of each section. */
  void contents(List<SectionEntry> sections, byte[] file) {
    for (SectionEntry section : sections) {
      out.printf("%nContents of section %s:%n", name(section));
      HexDump.of(file, section.start(), section.end()).forEach(out::println);
    }
  }

  /** Each instruction with its offset in the file and its bytes. */
  void code(Module module) {
    IndexSpaces spaces = IndexSpaces.of(module);
    out.printf("%nCode disassembly:%n");
    for (int f = spaces.importedFunctions(); f < spaces.functions().size(); f++) {
      out.printf(
          "%n%06x func[%d] <%s>:%n", spaces.defined(f).body().offset(), f, spaces.displayName(f));
      Disassembly.of(spaces, f).forEach(this::line);
    }
  }

  private void line(DisassembledLine line) {
    String bytes =
        line.bytes().length() <= CODE_COLUMNS
            ? line.bytes()
            : line.bytes().substring(0, CODE_COLUMNS - 1) + "…";
    out.printf(
        " %06x: %-26s | %s%s%n",
        line.fileOffset(), bytes, "  ".repeat(Math.max(0, line.depth() - 1)), line.text());
  }

  private static String name(SectionEntry section) {
    return section.id() == 0 ? "custom \"" + section.name() + '"' : section.name();
  }
}
