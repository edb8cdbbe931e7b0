package dev.wasmscope.wasm.type;

import java.util.Locale;

/** Vector types (§2.3.2). */
public enum VecType implements ValType {
  V128(0x7B);

  private final int code;

  VecType(int code) {
    this.code = code;
  }

  /** The byte of the binary format (§5.3.2). */
  public int code() {
    return code;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
