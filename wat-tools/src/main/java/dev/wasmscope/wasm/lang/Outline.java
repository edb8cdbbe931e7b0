package dev.wasmscope.wasm.lang;

import dev.wasmscope.wasm.module.Definition;
import dev.wasmscope.wasm.module.Export;
import dev.wasmscope.wasm.module.ExternKind;
import dev.wasmscope.wasm.module.IndexSpaces;
import dev.wasmscope.wasm.module.Names;
import dev.wasmscope.wasm.type.ArrayType;
import dev.wasmscope.wasm.type.FuncType;
import dev.wasmscope.wasm.type.MemoryType;
import dev.wasmscope.wasm.type.StructType;
import dev.wasmscope.wasm.type.SubType;
import dev.wasmscope.wasm.type.TableType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The definitions of a text in the order in which they stand there. */
public final class Outline {

  private final WatDocument document;
  private final IndexSpaces spaces;
  private final Map<ExternKind, Map<Integer, String>> exported = new HashMap<>();
  private final List<OutlineItem> items = new ArrayList<>();

  private Outline(WatDocument document) {
    this.document = document;
    spaces = document.spaces();
    for (Export export : spaces.module().exports()) {
      exported
          .computeIfAbsent(export.kind(), _ -> new HashMap<>())
          .putIfAbsent(export.index(), export.name());
    }
  }

  /** The outline of {@code document}. */
  public static List<OutlineItem> of(WatDocument document) {
    var outline = new Outline(document);
    outline.collect();
    outline.items.sort(Comparator.comparingInt(item -> item.span().start()));
    return List.copyOf(outline.items);
  }

  private void collect() {
    for (int i = 0; i < spaces.types().size(); i++) {
      add(Definition.Kind.TYPE, i, name(Names.Space.TYPE, null, i), type(spaces.types().get(i)));
    }
    for (int i = 0; i < spaces.functions().size(); i++) {
      String detail = Signatures.ofFunction(spaces, i);
      add(Definition.Kind.FUNCTION, i, name(Names.Space.FUNCTION, ExternKind.FUNC, i), detail);
    }
    for (int i = 0; i < spaces.tables().size(); i++) {
      String detail = table(spaces.tables().get(i));
      add(Definition.Kind.TABLE, i, name(Names.Space.TABLE, ExternKind.TABLE, i), detail);
    }
    for (int i = 0; i < spaces.memories().size(); i++) {
      String detail = memory(spaces.memories().get(i));
      add(Definition.Kind.MEMORY, i, name(Names.Space.MEMORY, ExternKind.MEMORY, i), detail);
    }
    for (int i = 0; i < spaces.globals().size(); i++) {
      String detail = spaces.globals().get(i).toString();
      add(Definition.Kind.GLOBAL, i, name(Names.Space.GLOBAL, ExternKind.GLOBAL, i), detail);
    }
    for (int i = 0; i < spaces.tags().size(); i++) {
      String detail = Signatures.ofType(spaces, spaces.tags().get(i).typeIndex());
      add(Definition.Kind.TAG, i, name(Names.Space.TAG, ExternKind.TAG, i), detail);
    }
    segments();
  }

  private void segments() {
    for (int i = 0; i < spaces.module().elements().size(); i++) {
      String detail = spaces.module().elements().get(i).items().size() + " elements";
      add(Definition.Kind.ELEMENT, i, name(Names.Space.ELEMENT, null, i), detail);
    }
    for (int i = 0; i < spaces.module().data().size(); i++) {
      String detail = spaces.module().data().get(i).bytes().length() + " bytes";
      add(Definition.Kind.DATA, i, name(Names.Space.DATA, null, i), detail);
    }
  }

  private void add(Definition.Kind kind, int index, String name, String detail) {
    document
        .map()
        .definition(kind, index)
        .ifPresent(span -> items.add(new OutlineItem(kind, index, name, detail, span)));
  }

  private String name(Names.Space space, ExternKind kind, int index) {
    return spaces
        .module()
        .names()
        .of(space, index)
        .map(name -> "$" + name)
        .orElseGet(() -> unnamed(kind, index));
  }

  private String unnamed(ExternKind kind, int index) {
    String export = exported.getOrDefault(kind, Map.of()).get(index);
    return export == null ? Integer.toString(index) : "\"" + export + "\"";
  }

  private static String type(SubType type) {
    return switch (type.composite()) {
      case FuncType func -> Signatures.of(func);
      case StructType struct -> "struct of " + struct.fields().size() + " fields";
      case ArrayType array -> "array of " + array.element();
    };
  }

  private static String table(TableType type) {
    return type.limits() + " " + type.element();
  }

  private static String memory(MemoryType type) {
    return type.limits() + (type.shared() ? " pages, shared" : " pages");
  }
}
