package dev.wasmscope.engine.numeric;

import static dev.wasmscope.engine.trap.TrapReason.INTEGER_OVERFLOW;
import static dev.wasmscope.engine.trap.TrapReason.INVALID_CONVERSION_TO_INTEGER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.wasmscope.engine.trap.Trap;
import dev.wasmscope.engine.trap.TrapReason;
import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleToLongFunction;
import org.junit.jupiter.api.Test;

class ConversionTest {
  /** A truncation, its saturating sister, and the open interval of what they can convert. */
  private record Truncation(
      DoubleToLongFunction trapping,
      DoubleToLongFunction saturating,
      double below,
      double above,
      long least,
      long greatest) {}

  private static final List<Truncation> TRUNCATIONS =
      List.of(
          new Truncation(
              I32Ops::truncF64S,
              I32Ops::truncSatF64S,
              -0x1.00000002p31,
              0x1p31,
              Integer.MIN_VALUE,
              Integer.MAX_VALUE),
          new Truncation(I32Ops::truncF64U, I32Ops::truncSatF64U, -1, 0x1p32, 0, -1),
          new Truncation(
              a -> I32Ops.truncF32S((float) a),
              a -> I32Ops.truncSatF32S((float) a),
              -0x1.000002p31,
              0x1p31,
              Integer.MIN_VALUE,
              Integer.MAX_VALUE),
          new Truncation(
              a -> I32Ops.truncF32U((float) a),
              a -> I32Ops.truncSatF32U((float) a),
              -1,
              0x1p32,
              0,
              -1),
          new Truncation(
              I64Ops::truncF64S,
              I64Ops::truncSatF64S,
              -0x1.0000000000001p63,
              0x1p63,
              Long.MIN_VALUE,
              Long.MAX_VALUE),
          new Truncation(I64Ops::truncF64U, I64Ops::truncSatF64U, -1, 0x1p64, 0, -1),
          new Truncation(
              a -> I64Ops.truncF32S((float) a),
              a -> I64Ops.truncSatF32S((float) a),
              -0x1.000002p63,
              0x1p63,
              Long.MIN_VALUE,
              Long.MAX_VALUE),
          new Truncation(
              a -> I64Ops.truncF32U((float) a),
              a -> I64Ops.truncSatF32U((float) a),
              -1,
              0x1p64,
              0,
              -1));

  @Test
  void theBoundsThemselvesTrapOrSaturate() {
    for (Truncation t : TRUNCATIONS) {
      trap(INTEGER_OVERFLOW, t.trapping(), t.below());
      trap(INTEGER_OVERFLOW, t.trapping(), t.above());
      trap(INTEGER_OVERFLOW, t.trapping(), Double.POSITIVE_INFINITY);
      trap(INTEGER_OVERFLOW, t.trapping(), Double.NEGATIVE_INFINITY);
      trap(INVALID_CONVERSION_TO_INTEGER, t.trapping(), Double.NaN);
      assertEquals(t.least(), t.saturating().applyAsLong(t.below()));
      assertEquals(t.greatest(), t.saturating().applyAsLong(t.above()));
      assertEquals(0, t.saturating().applyAsLong(Double.NaN));
    }
  }

  @Test
  void justWithinTheBoundsBothAgree() {
    for (Truncation t : TRUNCATIONS) {
      for (double a : List.of(-0.9, 0.9, 3.99, (double) Math.nextDown((float) t.above()))) {
        assertEquals(t.trapping().applyAsLong(a), t.saturating().applyAsLong(a), () -> "of " + a);
      }
    }
    assertEquals(Integer.MIN_VALUE, I32Ops.truncF64S(-2147483648.9));
    assertEquals(Integer.MAX_VALUE, I32Ops.truncF64S(2147483647.9));
    assertEquals(-1, I32Ops.truncF64U(4294967295.9));
    assertEquals(Long.MIN_VALUE, I64Ops.truncF64U(0x1p63));
    assertEquals(0xffff_ff00_0000_0000L, I64Ops.truncF32U(Math.nextDown(0x1p64f)));
  }

  @Test
  void unsignedIntegersRoundOnce() {
    Random random = new Random(11);
    for (int i = 0; i < 20_000; i++) {
      long a = i < 64 ? -1L >>> i : random.nextLong() >>> random.nextInt(64);
      BigDecimal exact = new BigDecimal(Long.toUnsignedString(a));
      assertEquals(exact.floatValue(), F32Ops.convertI64U(a));
      assertEquals(exact.doubleValue(), F64Ops.convertI64U(a));
    }
  }

  @Test
  void conversionsNearHalfAnUlpAreNotRoundedTwice() {
    assertEquals(0x1.000002p63f, F32Ops.convertI64U(0x8000_0080_0000_0001L));
    assertEquals(0x1p63f, F32Ops.convertI64U(0x8000_0080_0000_0000L));
    assertEquals(0x1p64f, F32Ops.convertI64U(-1));
    assertEquals(0x1p24f, F32Ops.convertI32S(16777217));
    assertEquals(0x1p32f, F32Ops.convertI32U(-1));
    assertEquals(4294967295.0, F64Ops.convertI32U(-1));
    assertEquals(0x1p53, F64Ops.convertI64S(9007199254740993L));
  }

  @Test
  void demotionRoundsToNearestAndOverflowsToInfinity() {
    assertEquals(Float.MAX_VALUE, F32Ops.demoteF64(0x1.fffffefffffffp127));
    assertEquals(Float.POSITIVE_INFINITY, F32Ops.demoteF64(0x1.ffffffp127));
    assertEquals(-0f, F32Ops.demoteF64(-0x1p-150));
    assertEquals(Float.MIN_VALUE, F32Ops.demoteF64(0x1.8p-150));
  }

  private static void trap(TrapReason reason, DoubleToLongFunction truncation, double a) {
    Trap trap = assertThrows(Trap.class, () -> truncation.applyAsLong(a), () -> "of " + a);
    assertEquals(reason, trap.reason());
  }
}
