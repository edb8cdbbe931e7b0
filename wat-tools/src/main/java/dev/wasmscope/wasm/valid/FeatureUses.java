package dev.wasmscope.wasm.valid;

import dev.wasmscope.wasm.instr.Feature;
import dev.wasmscope.wasm.module.DataSegment;
import dev.wasmscope.wasm.module.Definition;
import dev.wasmscope.wasm.module.ElementSegment;
import dev.wasmscope.wasm.module.Export;
import dev.wasmscope.wasm.module.ExternKind;
import dev.wasmscope.wasm.module.Import;
import dev.wasmscope.wasm.module.IndexSpaces;
import dev.wasmscope.wasm.module.Module;
import dev.wasmscope.wasm.module.SegmentMode;
import dev.wasmscope.wasm.type.AbsHeapType;
import dev.wasmscope.wasm.type.AddressType;
import dev.wasmscope.wasm.type.ArrayType;
import dev.wasmscope.wasm.type.FuncType;
import dev.wasmscope.wasm.type.GlobalType;
import dev.wasmscope.wasm.type.HeapType;
import dev.wasmscope.wasm.type.MemoryType;
import dev.wasmscope.wasm.type.NumType;
import dev.wasmscope.wasm.type.PackedType;
import dev.wasmscope.wasm.type.RecGroup;
import dev.wasmscope.wasm.type.RefType;
import dev.wasmscope.wasm.type.StorageType;
import dev.wasmscope.wasm.type.StructType;
import dev.wasmscope.wasm.type.SubType;
import dev.wasmscope.wasm.type.TableType;
import dev.wasmscope.wasm.type.TypeIndex;
import dev.wasmscope.wasm.type.ValType;
import dev.wasmscope.wasm.type.VecType;
import java.util.ArrayList;
import java.util.List;

/**
 * The features that the definitions of a module need beyond the first standard. What its
 * instructions need stands in their rows of the table.
 */
public final class FeatureUses {

  private final List<FeatureUse> uses = new ArrayList<>();

  private FeatureUses() {}

  /** All uses in the definitions of {@code module}, bodies and constant expressions left out. */
  public static List<FeatureUse> ofDefinitions(Module module) {
    var collector = new FeatureUses();
    collector.types(module);
    collector.imports(module);
    collector.indexSpaces(IndexSpaces.of(module));
    collector.exports(module);
    collector.segments(module);
    return collector.uses;
  }

  /** What {@code heap} needs when code or a type names it. */
  static Feature ofHeapType(HeapType heap) {
    return switch (heap) {
      case TypeIndex _ -> Feature.FUNCTION_REFERENCES;
      case AbsHeapType abs ->
          switch (abs) {
            case FUNC, EXTERN -> Feature.REFERENCE_TYPES;
            case EXN, NOEXN -> Feature.EXCEPTIONS;
            case STRING, STRINGVIEW_WTF8, STRINGVIEW_WTF16, STRINGVIEW_ITER -> Feature.STRINGREF;
            case ANY, EQ, I31, STRUCT, ARRAY, NONE, NOFUNC, NOEXTERN -> Feature.GC;
          };
    };
  }

  private void add(Feature feature, Definition.Kind kind, int index, String construct) {
    uses.add(new FeatureUse(feature, new Definition(kind, index), construct));
  }

  private void types(Module module) {
    int index = 0;
    for (RecGroup group : module.types()) {
      if (group.types().size() != 1) {
        add(Feature.GC, Definition.Kind.TYPE, index, "a recursion group");
      }
      for (SubType type : group.types()) {
        type(type, index++);
      }
    }
  }

  private void type(SubType type, int index) {
    Definition.Kind kind = Definition.Kind.TYPE;
    if (!type.isFinal() || !type.supers().isEmpty()) {
      add(Feature.GC, kind, index, "a sub type");
    }
    switch (type.composite()) {
      case FuncType(var params, var results) -> {
        if (results.size() > 1) {
          add(Feature.MULTI_VALUE, kind, index, "a function type with several results");
        }
        params.forEach(param -> value(param, kind, index));
        results.forEach(result -> value(result, kind, index));
      }
      case StructType struct -> {
        add(Feature.GC, kind, index, "a structure type");
        struct.fields().forEach(field -> value(field.storage(), kind, index));
      }
      case ArrayType array -> {
        add(Feature.GC, kind, index, "an array type");
        value(array.element().storage(), kind, index);
      }
    }
  }

  private void value(StorageType type, Definition.Kind kind, int index) {
    switch (type) {
      case VecType vector -> add(Feature.SIMD, kind, index, "the type " + vector);
      case RefType ref -> reference(ref, kind, index);
      case NumType _, PackedType _ -> {}
    }
  }

  private void reference(RefType ref, Definition.Kind kind, int index) {
    add(ofHeapType(ref.heap()), kind, index, "the type " + ref);
    if (!ref.nullable() && ref.heap() instanceof AbsHeapType) {
      add(Feature.FUNCTION_REFERENCES, kind, index, "the type " + ref);
    }
  }

  private void imports(Module module) {
    for (int i = 0; i < module.imports().size(); i++) {
      Import imported = module.imports().get(i);
      if (imported.type() instanceof GlobalType(ValType _, boolean mutable) && mutable) {
        add(Feature.MUTABLE_GLOBALS, Definition.Kind.IMPORT, i, "the import of a mutable global");
      }
    }
  }

  private void indexSpaces(IndexSpaces spaces) {
    for (int i = 0; i < spaces.tables().size(); i++) {
      table(spaces.tables().get(i), i);
    }
    for (int i = 0; i < spaces.memories().size(); i++) {
      memory(spaces.memories().get(i), i);
    }
    for (int i = 0; i < spaces.globals().size(); i++) {
      value(spaces.globals().get(i).type(), Definition.Kind.GLOBAL, i);
    }
    if (!spaces.tags().isEmpty()) {
      add(Feature.EXCEPTIONS, Definition.Kind.TAG, 0, "a tag");
    }
  }

  private void table(TableType type, int index) {
    Definition.Kind kind = Definition.Kind.TABLE;
    if (index == 1) {
      add(Feature.REFERENCE_TYPES, kind, index, "a second table");
    }
    if (type.address() == AddressType.I64) {
      add(Feature.MEMORY64, kind, index, "a table with 64-bit indices");
    }
    if (!type.element().equals(RefType.FUNCREF)) {
      reference(type.element(), kind, index);
    }
  }

  private void memory(MemoryType type, int index) {
    Definition.Kind kind = Definition.Kind.MEMORY;
    if (index == 1) {
      add(Feature.MULTI_MEMORY, kind, index, "a second memory");
    }
    if (type.address() == AddressType.I64) {
      add(Feature.MEMORY64, kind, index, "a memory with 64-bit addresses");
    }
    if (type.shared()) {
      add(Feature.THREADS, kind, index, "a shared memory");
    }
    if (type.pageSizeLog2() != MemoryType.DEFAULT_PAGE_SIZE_LOG2) {
      add(Feature.CUSTOM_PAGE_SIZES, kind, index, "a memory with a page size of its own");
    }
  }

  private void exports(Module module) {
    List<GlobalType> globals = IndexSpaces.of(module).globals();
    for (int i = 0; i < module.exports().size(); i++) {
      Export export = module.exports().get(i);
      if (export.kind() == ExternKind.GLOBAL
          && Integer.compareUnsigned(export.index(), globals.size()) < 0
          && globals.get(export.index()).mutable()) {
        add(Feature.MUTABLE_GLOBALS, Definition.Kind.EXPORT, i, "the export of a mutable global");
      }
    }
  }

  private void segments(Module module) {
    for (int i = 0; i < module.elements().size(); i++) {
      segment(module.elements().get(i), i);
    }
    for (int i = 0; i < module.data().size(); i++) {
      DataSegment segment = module.data().get(i);
      if (segment.mode() instanceof SegmentMode.Passive) {
        add(Feature.BULK_MEMORY, Definition.Kind.DATA, i, "a passive data segment");
      }
    }
    if (module.hasDataCount()) {
      add(Feature.BULK_MEMORY, Definition.Kind.MODULE, 0, "a data count section");
    }
    if (!module.strings().isEmpty()) {
      add(Feature.STRINGREF, Definition.Kind.MODULE, 0, "a section of string literals");
    }
  }

  private void segment(ElementSegment segment, int index) {
    Definition.Kind kind = Definition.Kind.ELEMENT;
    if (segment.mode() instanceof SegmentMode.Passive) {
      add(Feature.BULK_MEMORY, kind, index, "a passive element segment");
    }
    if (segment.mode() instanceof SegmentMode.Declarative) {
      add(Feature.REFERENCE_TYPES, kind, index, "a declarative element segment");
    }
    if (segment.items() instanceof ElementSegment.Expressions) {
      reference(segment.type(), kind, index);
    }
  }
}
