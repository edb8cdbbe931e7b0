package dev.wasmscope.wasm.type;

import java.util.List;

/** Types that may refer to each other (§2.3.9); type indices count through all groups in order. */
public record RecGroup(List<SubType> types) {

  public RecGroup {
    types = List.copyOf(types);
  }
}
