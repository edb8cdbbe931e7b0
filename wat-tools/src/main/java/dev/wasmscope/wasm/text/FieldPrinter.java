package dev.wasmscope.wasm.text;

import dev.wasmscope.wasm.module.ByteSlice;
import dev.wasmscope.wasm.module.CustomSection;
import dev.wasmscope.wasm.module.DataSegment;
import dev.wasmscope.wasm.module.Definition;
import dev.wasmscope.wasm.module.ElementSegment;
import dev.wasmscope.wasm.module.Export;
import dev.wasmscope.wasm.module.Import;
import dev.wasmscope.wasm.module.IndexSpaces;
import dev.wasmscope.wasm.module.Module;
import dev.wasmscope.wasm.module.Names;
import dev.wasmscope.wasm.module.SectionId;
import dev.wasmscope.wasm.module.SegmentMode;
import dev.wasmscope.wasm.module.Table;
import dev.wasmscope.wasm.type.ExternFunc;
import dev.wasmscope.wasm.type.GlobalType;
import dev.wasmscope.wasm.type.MemoryType;
import dev.wasmscope.wasm.type.RecGroup;
import dev.wasmscope.wasm.type.TableType;
import dev.wasmscope.wasm.type.TagType;
import java.util.EnumMap;
import java.util.Map;

/** Prints the fields of a module but its functions (§6.6). */
final class FieldPrinter {

  private final TextBuilder out;
  private final SpanListener map;
  private final IndexSpaces spaces;
  private final Module module;
  private final PrintNames names;
  private final FunctionPrinter functions;
  private final TypePrinter types;

  FieldPrinter(
      TextBuilder out,
      SpanListener map,
      IndexSpaces spaces,
      PrintNames names,
      FunctionPrinter functions) {
    this.out = out;
    this.map = map;
    this.spaces = spaces;
    this.module = spaces.module();
    this.names = names;
    this.functions = functions;
    types = new TypePrinter(out, names, spaces);
  }

  /** Types, imports, tables, memories, tags and globals. */
  void beforeFunctions() {
    types();
    imports();
    tables();
    for (int i = spaces.importedMemories(); i < spaces.memories().size(); i++) {
      int start = open("memory", Names.Space.MEMORY, i);
      types.memory(spaces.memories().get(i));
      close(Definition.Kind.MEMORY, i, start);
    }
    for (int i = spaces.importedTags(); i < spaces.tags().size(); i++) {
      int start = open("tag", Names.Space.TAG, i);
      tag(spaces.tags().get(i));
      close(Definition.Kind.TAG, i, start);
    }
    for (int i = spaces.importedGlobals(); i < spaces.globals().size(); i++) {
      int start = open("global", Names.Space.GLOBAL, i);
      types.global(spaces.globals().get(i));
      functions.constant(module.globals().get(i - spaces.importedGlobals()).init());
      close(Definition.Kind.GLOBAL, i, start);
    }
  }

  /** Exports, the start function and segments. */
  void afterFunctions() {
    exports();
    if (module.start().isPresent()) {
      int start = field("start");
      names.of(Names.Space.FUNCTION).reference(out, module.start().getAsInt());
      close(Definition.Kind.START, 0, start);
    }
    for (int i = 0; i < module.elements().size(); i++) {
      element(i, module.elements().get(i));
    }
    for (int i = 0; i < module.data().size(); i++) {
      data(i, module.data().get(i));
    }
  }

  private int field(String keyword) {
    out.newLine(1);
    int start = out.size();
    out.add('(').add(keyword);
    return start;
  }

  private int open(String keyword, Names.Space space, int index) {
    int start = field(keyword);
    functions.header(names.of(space), index);
    return start;
  }

  private void close(Definition.Kind kind, int index, int start) {
    out.add(')');
    map.define(kind, index, start, out.size());
  }

  private void types() {
    int index = 0;
    for (RecGroup group : module.types()) {
      boolean single = group.types().size() == 1;
      if (!single) {
        out.newLine(1).add("(rec");
      }
      for (var type : group.types()) {
        out.newLine(single ? 1 : 2);
        int start = out.size();
        out.add("(type");
        functions.header(names.of(Names.Space.TYPE), index);
        types.sub(type, index);
        close(Definition.Kind.TYPE, index, start);
        index++;
      }
      if (!single) {
        out.add(')');
      }
    }
  }

  private void imports() {
    Map<Names.Space, Integer> next = new EnumMap<>(Names.Space.class);
    for (int i = 0; i < module.imports().size(); i++) {
      Import imported = module.imports().get(i);
      Definition.Kind kind = Definition.Kind.valueOf(spaceOf(imported).name());
      int start = field("import ");
      StringText.name(out, imported.module());
      out.add(' ');
      StringText.name(out, imported.name());
      out.add(" (").add(imported.kind().toString());
      int index = next.merge(spaceOf(imported), 1, Integer::sum) - 1;
      functions.header(names.of(spaceOf(imported)), index);
      importType(imported, index);
      out.add(')');
      close(Definition.Kind.IMPORT, i, start);
      map.define(kind, index, start, out.size());
    }
  }

  private static Names.Space spaceOf(Import imported) {
    return switch (imported.kind()) {
      case FUNC -> Names.Space.FUNCTION;
      case TABLE -> Names.Space.TABLE;
      case MEMORY -> Names.Space.MEMORY;
      case GLOBAL -> Names.Space.GLOBAL;
      case TAG -> Names.Space.TAG;
    };
  }

  private void importType(Import imported, int index) {
    switch (imported.type()) {
      case ExternFunc(int type) -> {
        types.typeUse(type, names.locals(index));
      }
      case TableType type -> types.table(type);
      case MemoryType type -> types.memory(type);
      case GlobalType type -> types.global(type);
      case TagType type -> tag(type);
    }
  }

  private void tag(TagType type) {
    types.typeUse(type.typeIndex(), IdentifierMap.NONE);
  }

  private void tables() {
    for (int i = spaces.importedTables(); i < spaces.tables().size(); i++) {
      int start = open("table", Names.Space.TABLE, i);
      Table table = module.tables().get(i - spaces.importedTables());
      types.table(table.type());
      table.init().ifPresent(functions::constant);
      close(Definition.Kind.TABLE, i, start);
    }
  }

  private void exports() {
    for (int i = 0; i < module.exports().size(); i++) {
      Export export = module.exports().get(i);
      int start = field("export ");
      StringText.name(out, export.name());
      out.add(" (").add(export.kind().toString());
      Names.Space space =
          switch (export.kind()) {
            case FUNC -> Names.Space.FUNCTION;
            case TABLE -> Names.Space.TABLE;
            case MEMORY -> Names.Space.MEMORY;
            case GLOBAL -> Names.Space.GLOBAL;
            case TAG -> Names.Space.TAG;
          };
      names.of(space).reference(out, export.index());
      out.add(')');
      close(Definition.Kind.EXPORT, i, start);
    }
  }

  private void element(int index, ElementSegment segment) {
    int start = open("elem", Names.Space.ELEMENT, index);
    mode(segment.mode(), "table", Names.Space.TABLE);
    switch (segment.items()) {
      case ElementSegment.Functions(var indices) -> {
        out.add(" func");
        indices.forEach(i -> names.of(Names.Space.FUNCTION).reference(out, i));
      }
      case ElementSegment.Expressions(var expressions) -> {
        types.value(segment.type());
        for (ByteSlice expression : expressions) {
          functions.constant(expression, "item");
        }
      }
    }
    close(Definition.Kind.ELEMENT, index, start);
  }

  private void data(int index, DataSegment segment) {
    int start = open("data", Names.Space.DATA, index);
    mode(segment.mode(), "memory", Names.Space.MEMORY);
    StringText.lines(out, segment.bytes(), 2);
    close(Definition.Kind.DATA, index, start);
  }

  private void mode(SegmentMode mode, String target, Names.Space space) {
    switch (mode) {
      case SegmentMode.Active(int index, ByteSlice offset) -> {
        if (index != 0) {
          out.add(" (").add(target);
          names.of(space).reference(out, index);
          out.add(')');
        }
        functions.constant(offset, "offset");
      }
      case SegmentMode.Passive() -> {}
      case SegmentMode.Declarative() -> out.add(" declare");
    }
  }

  /** Prints a custom section as an annotation. */
  void custom(CustomSection section) {
    out.newLine(1).add("(@custom ");
    StringText.name(out, section.name());
    if (section.after() == SectionId.CUSTOM) {
      out.add(" (before first)");
    } else {
      out.add(" (after ").add(CustomAnnotation.keyword(section.after())).add(')');
    }
    StringText.lines(out, section.contents(), 2);
    out.add(')');
  }
}
