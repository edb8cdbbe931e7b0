package dev.wasmscope.wasm.module;

import java.util.Locale;

/** Kinds of imports and exports (§5.5.5). */
public enum ExternKind {
  FUNC(0),
  TABLE(1),
  MEMORY(2),
  GLOBAL(3),
  TAG(4);

  private final int code;

  ExternKind(int code) {
    this.code = code;
  }

  /** The byte of the binary format. */
  public int code() {
    return code;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
