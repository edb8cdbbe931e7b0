package dev.wasmscope.wasm.inspect;

import dev.wasmscope.wasm.binary.ByteReader;
import dev.wasmscope.wasm.coredump.CoreSections;
import dev.wasmscope.wasm.module.CustomSection;
import dev.wasmscope.wasm.source.DiagnosticException;
import java.util.ArrayList;
import java.util.List;

/** What custom sections of toolchains say, one line for each entry. */
public final class CustomFacts {

  private CustomFacts() {}

  /** The entries of a section that is alone in its file. */
  public static List<String> of(CustomSection section) {
    return of(section, List.of(section));
  }

  /**
   * The entries of a section whose format is known; of another, or one that is malformed from there
   * on, what could be read.
   *
   * @param all the custom sections of the file
   */
  public static List<String> of(CustomSection section, List<CustomSection> all) {
    var lines = new ArrayList<String>();
    var in = new ByteReader(section.contents());
    try {
      if (section.name().startsWith("reloc.")) {
        RelocationFacts.read(in, lines);
      } else {
        known(section.name(), in, all, lines);
      }
    } catch (DiagnosticException e) {
      lines.add("malformed from here: " + e.diagnostic().message());
    }
    return lines;
  }

  private static void known(
      String name, ByteReader in, List<CustomSection> all, List<String> lines) {
    switch (name) {
      case "producers" -> producers(in, lines);
      case "target_features" -> targetFeatures(in, lines);
      case "linking" -> LinkingFacts.read(in, lines);
      case "metadata.code.branch_hint" -> branchHints(in, lines);
      case "sourceMappingURL", "external_debug_info" -> lines.add(in.name());
      case CoreSections.PROCESS -> CoreDumpFacts.process(in, lines);
      case CoreSections.MODULES -> CoreDumpFacts.modules(in, lines);
      case CoreSections.INSTANCES -> CoreDumpFacts.instances(in, lines);
      case CoreSections.STACK -> {
        boolean instances = all.stream().anyMatch(s -> s.name().equals(CoreSections.INSTANCES));
        CoreDumpFacts.stack(in, instances, lines);
      }
      default -> {}
    }
  }

  /** Tool conventions, "Producers Section": fields, each with names and versions. */
  private static void producers(ByteReader in, List<String> lines) {
    int fields = in.length();
    for (int i = 0; i < fields; i++) {
      String field = in.name();
      int values = in.length();
      for (int j = 0; j < values; j++) {
        lines.add((field + ": " + in.name() + " " + in.name()).strip());
      }
    }
  }

  /** Tool conventions, "Target Features Section": a prefix and a name each. */
  private static void targetFeatures(ByteReader in, List<String> lines) {
    int count = in.length();
    for (int i = 0; i < count; i++) {
      char prefix = (char) in.u8();
      lines.add(prefix + in.name());
    }
  }

  /** Branch hints (appendix of the standard): per function, offset and likely direction. */
  private static void branchHints(ByteReader in, List<String> lines) {
    int functions = in.length();
    for (int i = 0; i < functions; i++) {
      int function = in.u32();
      int hints = in.length();
      for (int j = 0; j < hints; j++) {
        int offset = in.u32();
        in.u32();
        lines.add(
            "func[%d] +%d: %s"
                .formatted(function, offset, in.u8() == 0 ? "unlikely taken" : "likely taken"));
      }
    }
  }
}
