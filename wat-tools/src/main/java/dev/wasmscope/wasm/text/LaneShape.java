package dev.wasmscope.wasm.text;

import java.util.Locale;

/** Shapes of vectors (§2.4.8), as {@code v128.const} names them. */
public enum LaneShape {
  I8X16(16),
  I16X8(8),
  I32X4(4),
  I64X2(2),
  F32X4(4),
  F64X2(2);

  private final int lanes;

  LaneShape(int lanes) {
    this.lanes = lanes;
  }

  /** Number of lanes. */
  public int lanes() {
    return lanes;
  }

  /** Bits of a lane. */
  public int width() {
    return 128 / lanes;
  }

  /** Whether the lanes are floating-point numbers. */
  public boolean isFloat() {
    return this == F32X4 || this == F64X2;
  }

  /** The keyword of the text format. */
  public String keyword() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The shape called {@code keyword}, or null. */
  public static LaneShape of(String keyword) {
    for (LaneShape shape : values()) {
      if (shape.keyword().equals(keyword)) {
        return shape;
      }
    }
    return null;
  }
}
