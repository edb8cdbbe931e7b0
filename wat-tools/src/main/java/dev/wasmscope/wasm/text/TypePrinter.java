package dev.wasmscope.wasm.text;

import dev.wasmscope.wasm.module.IndexSpaces;
import dev.wasmscope.wasm.module.Names;
import dev.wasmscope.wasm.type.AbsHeapType;
import dev.wasmscope.wasm.type.AddressType;
import dev.wasmscope.wasm.type.ArrayType;
import dev.wasmscope.wasm.type.CompositeType;
import dev.wasmscope.wasm.type.FieldType;
import dev.wasmscope.wasm.type.FuncType;
import dev.wasmscope.wasm.type.GlobalType;
import dev.wasmscope.wasm.type.HeapType;
import dev.wasmscope.wasm.type.Limits;
import dev.wasmscope.wasm.type.MemoryType;
import dev.wasmscope.wasm.type.RefType;
import dev.wasmscope.wasm.type.StorageType;
import dev.wasmscope.wasm.type.StructType;
import dev.wasmscope.wasm.type.SubType;
import dev.wasmscope.wasm.type.TableType;
import dev.wasmscope.wasm.type.TypeIndex;
import dev.wasmscope.wasm.type.ValType;
import java.util.List;

/** Prints types (§6.4), each behind a space unless said otherwise. */
final class TypePrinter {

  private final TextBuilder out;
  private final IdentifierMap types;
  private final PrintNames names;
  private final IndexSpaces spaces;

  TypePrinter(TextBuilder out, PrintNames names, IndexSpaces spaces) {
    this.out = out;
    this.names = names;
    this.spaces = spaces;
    types = names.of(Names.Space.TYPE);
  }

  /** A value or packed type, without a space before. */
  void storage(StorageType type) {
    if (type instanceof RefType ref && ref.heap() instanceof TypeIndex) {
      out.add(ref.nullable() ? "(ref null" : "(ref");
      heap(ref.heap());
      out.add(')');
    } else {
      out.add(type.toString());
    }
  }

  void value(ValType type) {
    out.add(' ');
    storage(type);
  }

  void heap(HeapType type) {
    switch (type) {
      case AbsHeapType abs -> out.add(' ').add(abs.toString());
      case TypeIndex(int index) -> types.reference(out, index);
    }
  }

  /** A type use: by index if it must be, and written out. */
  void typeUse(int index, IdentifierMap parameters) {
    if (!isInline(index)) {
      reference(index);
    }
    spaces.funcType(index).ifPresent(type -> signature(type, parameters));
  }

  /** A type use, as short as it can be. */
  void shortTypeUse(int index) {
    if (isInline(index)) {
      typeUse(index, IdentifierMap.NONE);
    } else {
      reference(index);
    }
  }

  private void reference(int index) {
    out.add(" (type");
    types.reference(out, index);
    out.add(')');
  }

  private boolean isInline(int index) {
    if (!names.inlineTypes() || spaces.funcType(index).isEmpty()) {
      return false;
    }
    SubType type = spaces.types().get(index);
    return type.isFinal() && type.supers().isEmpty();
  }

  void signature(FuncType type, IdentifierMap parameters) {
    locals("param", type.params(), 0, parameters);
    locals("result", type.results(), 0, IdentifierMap.NONE);
  }

  /**
   * Parameters, results or locals: those with identifiers one by one, the others together.
   *
   * @param first index of the first of them
   */
  void locals(String keyword, List<ValType> list, int first, IdentifierMap identifiers) {
    boolean open = false;
    for (int i = 0; i < list.size(); i++) {
      Identifier identifier = identifiers.get(first + i);
      if (open && identifier != null) {
        out.add(')');
        open = false;
      }
      if (!open) {
        out.add(" (").add(keyword);
        open = true;
      }
      if (identifier != null) {
        identifier.print(out);
      }
      value(list.get(i));
      if (identifier != null) {
        out.add(')');
        open = false;
      }
    }
    if (open) {
      out.add(')');
    }
  }

  void global(GlobalType type) {
    if (type.mutable()) {
      out.add(" (mut");
      value(type.type());
      out.add(')');
    } else {
      value(type.type());
    }
  }

  void table(TableType type) {
    address(type.address());
    limits(type.limits());
    value(type.element());
  }

  void memory(MemoryType type) {
    address(type.address());
    limits(type.limits());
    if (type.shared()) {
      out.add(" shared");
    }
    if (type.pageSizeLog2() != MemoryType.DEFAULT_PAGE_SIZE_LOG2) {
      String size = Long.toUnsignedString(1L << type.pageSizeLog2());
      out.add(" (pagesize ").add(size).add(')');
    }
  }

  private void address(AddressType address) {
    if (address == AddressType.I64) {
      out.add(" i64");
    }
  }

  private void limits(Limits limits) {
    out.add(' ').add(limits.toString());
  }

  /** A type definition's contents. */
  void sub(SubType type, int index) {
    boolean usual = type.isFinal() && type.supers().isEmpty();
    if (usual) {
      composite(type.composite(), index);
      return;
    }
    out.add(type.isFinal() ? " (sub final" : " (sub");
    type.supers().forEach(s -> types.reference(out, s));
    composite(type.composite(), index);
    out.add(')');
  }

  private void composite(CompositeType type, int index) {
    switch (type) {
      case FuncType func -> {
        out.add(" (func");
        signature(func, IdentifierMap.NONE);
      }
      case StructType struct -> {
        out.add(" (struct");
        fields(struct, index);
      }
      case ArrayType(FieldType element) -> {
        out.add(" (array ");
        field(element);
      }
    }
    out.add(')');
  }

  private void fields(StructType type, int index) {
    for (int i = 0; i < type.fields().size(); i++) {
      out.add(" (field");
      Identifier identifier = names.fields(index).get(i);
      if (identifier != null) {
        identifier.print(out);
      }
      out.add(' ');
      field(type.fields().get(i));
      out.add(')');
    }
  }

  private void field(FieldType type) {
    if (type.mutable()) {
      out.add("(mut ");
    }
    storage(type.storage());
    if (type.mutable()) {
      out.add(')');
    }
  }
}
