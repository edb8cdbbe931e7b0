package dev.wasmscope.wasm.type;

import java.util.Locale;

/** Vector types (§2.3.2). */
public enum VecType implements ValType {
  V128;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
