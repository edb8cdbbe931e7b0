package dev.wasmscope.wasm.type;

import java.util.OptionalLong;

/**
 * Size range of a memory (in pages) or a table (in elements) (§2.3.11). Both are unsigned 64-bit
 * numbers.
 */
public record Limits(long min, OptionalLong max) {

  public static Limits of(long min) {
    return new Limits(min, OptionalLong.empty());
  }

  public static Limits of(long min, long max) {
    return new Limits(min, OptionalLong.of(max));
  }

  @Override
  public String toString() {
    return Long.toUnsignedString(min)
        + (max.isPresent() ? " " + Long.toUnsignedString(max.getAsLong()) : "");
  }
}
