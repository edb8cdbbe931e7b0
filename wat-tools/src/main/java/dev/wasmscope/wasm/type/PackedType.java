package dev.wasmscope.wasm.type;

import java.util.Locale;

/** Integers stored in less than a value's width (§2.3.7). */
public enum PackedType implements StorageType {
  I8(0x78),
  I16(0x77);

  private final int code;

  PackedType(int code) {
    this.code = code;
  }

  /** The byte of the binary format (§5.3.7). */
  public int code() {
    return code;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
