package dev.wasmscope.wasm.inspect;

import dev.wasmscope.wasm.type.AddressType;
import dev.wasmscope.wasm.type.ArrayType;
import dev.wasmscope.wasm.type.CompositeType;
import dev.wasmscope.wasm.type.ExternFunc;
import dev.wasmscope.wasm.type.ExternType;
import dev.wasmscope.wasm.type.FieldType;
import dev.wasmscope.wasm.type.FuncType;
import dev.wasmscope.wasm.type.GlobalType;
import dev.wasmscope.wasm.type.MemoryType;
import dev.wasmscope.wasm.type.StructType;
import dev.wasmscope.wasm.type.SubType;
import dev.wasmscope.wasm.type.TableType;
import dev.wasmscope.wasm.type.TagType;
import dev.wasmscope.wasm.type.ValType;
import java.util.List;
import java.util.stream.Collectors;

/** Types in the notation of the text format (§6.4), shortened where a list of facts needs it. */
public final class TypeText {

  private TypeText() {}

  /** Parameters and results, as {@code (i32, i32) -> i64}. */
  public static String of(FuncType type) {
    return values(type.params()) + " -> " + values(type.results());
  }

  /** What follows the kind of an import or definition. */
  public static String of(ExternType type) {
    return switch (type) {
      case ExternFunc(int typeIndex) -> "type[" + typeIndex + "]";
      case TagType(int typeIndex) -> "type[" + typeIndex + "]";
      case GlobalType global -> global.toString();
      case TableType table -> address(table.address()) + table.limits() + " " + table.element();
      case MemoryType memory -> of(memory);
    };
  }

  /** An entry of the type section. */
  public static String of(SubType type) {
    String composite = of(type.composite());
    if (type.isFinal() && type.supers().isEmpty()) {
      return composite;
    }
    String supers =
        type.supers().stream().map(i -> " type[" + i + "]").collect(Collectors.joining());
    return "sub" + (type.isFinal() ? " final" : "") + supers + " " + composite;
  }

  private static String of(CompositeType type) {
    return switch (type) {
      case FuncType func -> of(func);
      case StructType(List<FieldType> fields) ->
          "struct {"
              + fields.stream().map(FieldType::toString).collect(Collectors.joining(", "))
              + "}";
      case ArrayType(FieldType element) -> "array " + element;
    };
  }

  private static String of(MemoryType memory) {
    String page =
        memory.pageSizeLog2() == MemoryType.DEFAULT_PAGE_SIZE_LOG2
            ? ""
            : " (pagesize " + (1L << memory.pageSizeLog2()) + ")";
    return address(memory.address())
        + memory.limits()
        + " pages"
        + (memory.shared() ? " shared" : "")
        + page;
  }

  private static String address(AddressType address) {
    return address == AddressType.I64 ? "i64 " : "";
  }

  private static String values(List<ValType> types) {
    return types.stream().map(ValType::toString).collect(Collectors.joining(", ", "(", ")"));
  }
}
