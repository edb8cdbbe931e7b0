package dev.wasmscope.engine.runtime;

import dev.wasmscope.engine.numeric.FloatText;
import dev.wasmscope.engine.numeric.LaneShape;
import dev.wasmscope.engine.numeric.V128;
import dev.wasmscope.wasm.type.NumType;
import dev.wasmscope.wasm.type.PackedType;
import dev.wasmscope.wasm.type.StorageType;
import dev.wasmscope.wasm.type.VecType;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A way to write numbers and vectors; {@link ValueText} reads all of them. */
public enum ValueFormat {
  SIGNED("d"),
  UNSIGNED("u"),
  HEX("x"),
  I8X16,
  I16X8,
  I32X4,
  I64X2,
  F32X4,
  F64X2;

  private final String letter;

  ValueFormat() {
    this.letter = name().toLowerCase(Locale.ROOT);
  }

  ValueFormat(String letter) {
    this.letter = letter;
  }

  /** How commands name it: {@code d}, {@code u}, {@code x} or a shape such as {@code i8x16}. */
  public String keyword() {
    return letter;
  }

  /** The format that commands call {@code keyword}. */
  public static Optional<ValueFormat> of(String keyword) {
    return Arrays.stream(values()).filter(f -> f.letter.equals(keyword)).findFirst();
  }

  /** The formats that differ for values of {@code type}, the usual one first; none for objects. */
  public static List<ValueFormat> of(StorageType type) {
    return switch (type) {
      case NumType.I32, NumType.I64, PackedType.I8, PackedType.I16 ->
          List.of(SIGNED, UNSIGNED, HEX);
      case NumType.F32, NumType.F64 -> List.of(SIGNED, HEX);
      case VecType _ -> List.of(I32X4, I8X16, I16X8, I64X2, F32X4, F64X2, HEX);
      default -> List.of();
    };
  }

  /** A number or vector in this format, without instruction; references as scripts have them. */
  public String show(Value value) {
    return switch (value) {
      case Value.I32(int v) -> integer(v, v & 0xffff_ffffL);
      case Value.I64(long v) -> integer(v, v);
      case Value.F32 v -> this == HEX ? hex(v.value()) : FloatText.f32(v.value());
      case Value.F64 v -> this == HEX ? hex(v.value()) : FloatText.f64(v.value());
      case Value.Vector(V128 v) ->
          this == HEX ? v.toString() : shape().orElse(LaneShape.I32X4).render(v);
      case Value.Ref ref -> ref.toString();
    };
  }

  private String integer(long signed, long bits) {
    return switch (this) {
      case UNSIGNED -> Long.toUnsignedString(bits);
      case HEX -> "0x" + Long.toHexString(bits);
      default -> Long.toString(signed);
    };
  }

  private static String hex(float value) {
    return Float.isFinite(value) ? Float.toHexString(value) : FloatText.f32(value);
  }

  private static String hex(double value) {
    return Double.isFinite(value) ? Double.toHexString(value) : FloatText.f64(value);
  }

  private Optional<LaneShape> shape() {
    return LaneShape.of(letter);
  }
}
