package dev.wasmscope.wasm.type;

import java.util.List;

/** Structure types (§2.3.7). */
public record StructType(List<FieldType> fields) implements CompositeType {

  public StructType {
    fields = List.copyOf(fields);
  }
}
