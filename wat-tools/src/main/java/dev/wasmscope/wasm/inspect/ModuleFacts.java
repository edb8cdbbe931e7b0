package dev.wasmscope.wasm.inspect;

import dev.wasmscope.wasm.module.CustomSection;
import dev.wasmscope.wasm.module.DataSegment;
import dev.wasmscope.wasm.module.ElementSegment;
import dev.wasmscope.wasm.module.Export;
import dev.wasmscope.wasm.module.Import;
import dev.wasmscope.wasm.module.IndexSpaces;
import dev.wasmscope.wasm.module.Module;
import dev.wasmscope.wasm.module.Names;
import dev.wasmscope.wasm.module.SegmentMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a module holds, one line for each definition, grouped by kind. */
public final class ModuleFacts {

  private final Module module;
  private final IndexSpaces spaces;

  private ModuleFacts(Module module) {
    this.module = module;
    this.spaces = IndexSpaces.of(module);
  }

  /** Lines by the name of their section, in the order of the binary format; no empty groups. */
  public static Map<String, List<String>> of(Module module) {
    var facts = new ModuleFacts(module);
    Map<String, List<String>> groups = new LinkedHashMap<>();
    groups.put("type", facts.types());
    groups.put("import", facts.imports());
    groups.put("function", facts.functions());
    groups.put("table", facts.tables());
    groups.put("memory", facts.memories());
    groups.put("tag", facts.tags());
    groups.put("global", facts.globals());
    groups.put("export", facts.exports());
    groups.put("start", facts.start());
    groups.put("element", facts.elements());
    groups.put("data", facts.data());
    groups.put("custom", facts.customs());
    groups.values().removeIf(List::isEmpty);
    return groups;
  }

  private List<String> types() {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < spaces.types().size(); i++) {
      lines.add(
          "type[" + i + "]" + name(Names.Space.TYPE, i) + " " + TypeText.of(spaces.types().get(i)));
    }
    return lines;
  }

  private List<String> imports() {
    return module.imports().stream().map(ModuleFacts::line).toList();
  }

  private static String line(Import wanted) {
    return wanted.kind()
        + " "
        + TypeText.of(wanted.type())
        + " <- "
        + quoted(wanted.module())
        + "."
        + quoted(wanted.name());
  }

  private List<String> functions() {
    List<String> lines = new ArrayList<>();
    for (int i = spaces.importedFunctions(); i < spaces.functions().size(); i++) {
      int type = spaces.functions().get(i);
      String signature = spaces.funcType(type).map(TypeText::of).orElse("type[" + type + "]");
      int size = spaces.defined(i).body().length();
      lines.add("func[%d] <%s> %s size=%d".formatted(i, spaces.displayName(i), signature, size));
    }
    return lines;
  }

  private List<String> tables() {
    List<String> lines = new ArrayList<>();
    for (int i = spaces.importedTables(); i < spaces.tables().size(); i++) {
      lines.add(
          "table["
              + i
              + "]"
              + name(Names.Space.TABLE, i)
              + " "
              + TypeText.of(spaces.tables().get(i)));
    }
    return lines;
  }

  private List<String> memories() {
    List<String> lines = new ArrayList<>();
    for (int i = spaces.importedMemories(); i < spaces.memories().size(); i++) {
      lines.add(
          "memory["
              + i
              + "]"
              + name(Names.Space.MEMORY, i)
              + " "
              + TypeText.of(spaces.memories().get(i)));
    }
    return lines;
  }

  private List<String> tags() {
    List<String> lines = new ArrayList<>();
    for (int i = spaces.importedTags(); i < spaces.tags().size(); i++) {
      lines.add(
          "tag[" + i + "]" + name(Names.Space.TAG, i) + " " + TypeText.of(spaces.tags().get(i)));
    }
    return lines;
  }

  private List<String> globals() {
    List<String> lines = new ArrayList<>();
    for (int i = spaces.importedGlobals(); i < spaces.globals().size(); i++) {
      lines.add(
          "global["
              + i
              + "]"
              + name(Names.Space.GLOBAL, i)
              + " "
              + TypeText.of(spaces.globals().get(i)));
    }
    return lines;
  }

  private List<String> exports() {
    return module.exports().stream().map(ModuleFacts::line).toList();
  }

  private static String line(Export export) {
    return export.kind() + "[" + export.index() + "] -> " + quoted(export.name());
  }

  private List<String> start() {
    return module.start().stream()
        .mapToObj(i -> "func[" + i + "] <" + spaces.displayName(i) + ">")
        .toList();
  }

  private List<String> elements() {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < module.elements().size(); i++) {
      ElementSegment segment = module.elements().get(i);
      lines.add(
          "elem["
              + i
              + "]"
              + name(Names.Space.ELEMENT, i)
              + " "
              + segment.type()
              + " count="
              + segment.items().size()
              + mode("table", segment.mode()));
    }
    return lines;
  }

  private List<String> data() {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < module.data().size(); i++) {
      DataSegment segment = module.data().get(i);
      lines.add(
          "data["
              + i
              + "]"
              + name(Names.Space.DATA, i)
              + " size="
              + segment.bytes().length()
              + mode("memory", segment.mode()));
    }
    return lines;
  }

  private List<String> customs() {
    return module.customs().stream().map(ModuleFacts::line).toList();
  }

  private static String line(CustomSection section) {
    return quoted(section.name()) + " size=" + section.contents().length();
  }

  private String name(Names.Space space, int index) {
    Optional<String> name = module.names().of(space, index);
    return name.map(text -> " <" + text + ">").orElse("");
  }

  private static String mode(String target, SegmentMode mode) {
    return switch (mode) {
      case SegmentMode.Active(int index, var _) -> " " + target + "=" + index;
      case SegmentMode.Passive() -> " passive";
      case SegmentMode.Declarative() -> " declarative";
    };
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
  }
}
