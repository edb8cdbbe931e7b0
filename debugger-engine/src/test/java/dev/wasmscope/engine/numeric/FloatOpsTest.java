package dev.wasmscope.engine.numeric;

import static java.lang.Double.doubleToRawLongBits;
import static java.lang.Float.floatToRawIntBits;
import static java.lang.Float.intBitsToFloat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class FloatOpsTest {
  private static final int CANONICAL_F32 = 0x7fc0_0000;
  private static final long CANONICAL_F64 = 0x7ff8_0000_0000_0000L;

  /** Quiet and signalling, of both signs. */
  private static final List<Integer> NANS_F32 =
      List.of(0x7fc0_0000, 0xffc0_0000, 0x7f80_0001, 0xffa0_0000, 0x7fff_ffff);

  private static final List<Long> NANS_F64 =
      List.of(
          0x7ff8_0000_0000_0000L,
          0xfff8_0000_0000_0000L,
          0x7ff0_0000_0000_0001L,
          0xfff4_0000_0000_0000L);

  private static final List<UnaryOperator<Float>> UNARY_F32 =
      List.of(F32Ops::ceil, F32Ops::floor, F32Ops::trunc, F32Ops::nearest, F32Ops::sqrt);
  private static final List<BinaryOperator<Float>> BINARY_F32 =
      List.of(F32Ops::add, F32Ops::sub, F32Ops::mul, F32Ops::div, F32Ops::min, F32Ops::max);
  private static final List<UnaryOperator<Double>> UNARY_F64 =
      List.of(F64Ops::ceil, F64Ops::floor, F64Ops::trunc, F64Ops::nearest, F64Ops::sqrt);
  private static final List<BinaryOperator<Double>> BINARY_F64 =
      List.of(F64Ops::add, F64Ops::sub, F64Ops::mul, F64Ops::div, F64Ops::min, F64Ops::max);

  @Test
  void everyNanBecomesThePositiveCanonicalOne() {
    for (int bits : NANS_F32) {
      float nan = intBitsToFloat(bits);
      UNARY_F32.forEach(op -> assertEquals(CANONICAL_F32, floatToRawIntBits(op.apply(nan))));
      BINARY_F32.forEach(op -> assertEquals(CANONICAL_F32, floatToRawIntBits(op.apply(nan, 1f))));
      BINARY_F32.forEach(op -> assertEquals(CANONICAL_F32, floatToRawIntBits(op.apply(1f, nan))));
      assertEquals(CANONICAL_F64, doubleToRawLongBits(F64Ops.promoteF32(nan)));
    }
    for (long bits : NANS_F64) {
      double nan = Double.longBitsToDouble(bits);
      UNARY_F64.forEach(op -> assertEquals(CANONICAL_F64, doubleToRawLongBits(op.apply(nan))));
      BINARY_F64.forEach(op -> assertEquals(CANONICAL_F64, doubleToRawLongBits(op.apply(nan, 1d))));
      BINARY_F64.forEach(op -> assertEquals(CANONICAL_F64, doubleToRawLongBits(op.apply(1d, nan))));
      assertEquals(CANONICAL_F32, floatToRawIntBits(F32Ops.demoteF64(nan)));
    }
  }

  @Test
  void invalidOperationsGiveThePositiveCanonicalNan() {
    float infinity = Float.POSITIVE_INFINITY;
    assertEquals(CANONICAL_F32, floatToRawIntBits(F32Ops.div(0, 0)));
    assertEquals(CANONICAL_F32, floatToRawIntBits(F32Ops.sub(infinity, infinity)));
    assertEquals(CANONICAL_F32, floatToRawIntBits(F32Ops.sqrt(-1)));
    assertEquals(CANONICAL_F64, doubleToRawLongBits(F64Ops.mul(0, infinity)));
    assertEquals(CANONICAL_F64, doubleToRawLongBits(F64Ops.sqrt(-1)));
  }

  @Test
  void signOperationsKeepEveryPayload() {
    float signalling = intBitsToFloat(0x7f80_0001);
    assertEquals(0xff80_0001, floatToRawIntBits(F32Ops.neg(signalling)));
    assertEquals(0x7f80_0001, floatToRawIntBits(F32Ops.abs(F32Ops.neg(signalling))));
    assertEquals(0xff80_0001, floatToRawIntBits(F32Ops.copysign(signalling, -0f)));
    assertEquals(0xbf80_0000, floatToRawIntBits(F32Ops.copysign(1, intBitsToFloat(0xffc0_0000))));
    double wide = Double.longBitsToDouble(0x7ff0_0000_0000_0001L);
    assertEquals(0xfff0_0000_0000_0001L, doubleToRawLongBits(F64Ops.neg(wide)));
    assertEquals(0x7ff0_0000_0000_0001L, doubleToRawLongBits(F64Ops.abs(F64Ops.neg(wide))));
    assertEquals(0xfff0_0000_0000_0001L, doubleToRawLongBits(F64Ops.copysign(wide, -1)));
  }

  @Test
  void reinterpretationKeepsSignallingNans() {
    assertEquals(0x7f80_0001, I32Ops.reinterpretF32(F32Ops.reinterpretI32(0x7f80_0001)));
    long bits = 0xfff0_0000_0000_0001L;
    assertEquals(bits, I64Ops.reinterpretF64(F64Ops.reinterpretI64(bits)));
  }

  @Test
  void zerosKeepTheirSign() {
    assertEquals(-0f, F32Ops.min(0f, -0f));
    assertEquals(0f, F32Ops.max(-0f, 0f));
    assertEquals(-0d, F64Ops.min(-0d, 0d));
    assertEquals(0d, F64Ops.max(0d, -0d));
    assertEquals(-0f, F32Ops.trunc(-0.9f));
    assertEquals(-0f, F32Ops.ceil(-0.9f));
    assertEquals(-0d, F64Ops.nearest(-0.5));
    assertEquals(-0d, F64Ops.floor(-0d));
    assertEquals(-0d, F64Ops.sqrt(-0d));
  }

  @Test
  void nearestTakesTiesToEven() {
    assertEquals(2f, F32Ops.nearest(2.5f));
    assertEquals(4f, F32Ops.nearest(3.5f));
    assertEquals(-2d, F64Ops.nearest(-1.5));
    assertEquals(0x1p52 + 2, F64Ops.nearest(0x1p52 + 2));
    assertEquals(8388609f, F32Ops.nearest(8388609f));
  }

  @Test
  void comparisonsWithNanAreFalseButForNe() {
    assertEquals(0, F32Ops.eq(Float.NaN, Float.NaN));
    assertEquals(1, F32Ops.ne(Float.NaN, Float.NaN));
    assertEquals(0, F64Ops.le(Double.NaN, 0));
    assertEquals(0, F64Ops.ge(0, Double.NaN));
    assertEquals(1, F64Ops.eq(-0d, 0d));
  }

  @Test
  void textOfFloatsReadsBack() {
    assertEquals("nan", FloatText.f32(Float.NaN));
    assertEquals("-nan:0x200000", FloatText.f32(intBitsToFloat(0xffa0_0000)));
    assertEquals("-inf", FloatText.f64(Double.NEGATIVE_INFINITY));
    assertEquals("nan:0x1", FloatText.f64(Double.longBitsToDouble(0x7ff0_0000_0000_0001L)));
    assertEquals("-0.0", FloatText.f32(-0f));
  }
}
