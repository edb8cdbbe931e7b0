package dev.wasmscope.engine.numeric;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The ways to divide a {@code v128} into lanes, and to write it so. */
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

  /** The shape called {@code keyword}. */
  public static Optional<LaneShape> of(String keyword) {
    return Arrays.stream(values()).filter(shape -> shape.keyword().equals(keyword)).findFirst();
  }

  /** How many lanes a value has in this shape. */
  public int lanes() {
    return lanes;
  }

  /** The shape's name in the text format, e.g. {@code i8x16}. */
  public String keyword() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The operands of {@code v128.const} that denote {@code value} in this shape, e.g. {@code i32x4 1
   * -2 3 4}. Integers are signed decimals; a NaN with a payload is {@code nan:0x…}.
   */
  public String render(V128 value) {
    return IntStream.range(0, lanes)
        .mapToObj(lane -> lane(value, lane))
        .collect(Collectors.joining(" ", keyword() + " ", ""));
  }

  /** One lane of {@code value} in the text format. */
  public String lane(V128 value, int lane) {
    return switch (this) {
      case I8X16 -> Integer.toString(value.i8(lane));
      case I16X8 -> Integer.toString(value.i16(lane));
      case I32X4 -> Integer.toString(value.i32(lane));
      case I64X2 -> Long.toString(value.i64(lane));
      case F32X4 -> FloatText.f32(value.f32(lane));
      case F64X2 -> FloatText.f64(value.f64(lane));
    };
  }
}
