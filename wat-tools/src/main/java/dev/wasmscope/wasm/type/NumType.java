package dev.wasmscope.wasm.type;

import java.util.Locale;

/** Number types (§2.3.1). */
public enum NumType implements ValType {
  I32,
  I64,
  F32,
  F64;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
