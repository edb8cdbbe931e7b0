package dev.wasmscope.wasm.module;

import java.util.Locale;

/** Kinds of imports and exports; the ordinal is the byte of the binary format (§5.5.5). */
public enum ExternKind {
  FUNC,
  TABLE,
  MEMORY,
  GLOBAL,
  TAG;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
