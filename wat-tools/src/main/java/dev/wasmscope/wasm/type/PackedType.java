package dev.wasmscope.wasm.type;

import java.util.Locale;

/** Integers stored in less than a value's width (§2.3.7). */
public enum PackedType implements StorageType {
  I8,
  I16;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
