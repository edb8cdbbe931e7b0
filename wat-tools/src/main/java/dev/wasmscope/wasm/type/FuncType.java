package dev.wasmscope.wasm.type;

import java.util.List;

/** Function types (§2.3.6); also of blocks and tags. */
public record FuncType(List<ValType> params, List<ValType> results) implements CompositeType {

  public static final FuncType EMPTY = new FuncType(List.of(), List.of());

  public FuncType {
    params = List.copyOf(params);
    results = List.copyOf(results);
  }

  @Override
  public String toString() {
    return params + " -> " + results;
  }
}
