package dev.wasmscope.engine.numeric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.wasmscope.engine.trap.Trap;
import dev.wasmscope.engine.trap.TrapReason;
import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class IntegerOpsTest {
  private static final long[] EDGES = {
    0, 1, 2, -1, -2, 0x7fff_ffffL, 0x8000_0000L, 0xffff_ffffL, Long.MAX_VALUE, Long.MIN_VALUE
  };

  @Test
  void divisionTrapsOnZeroAndOnTheOneOverflow() {
    trap(TrapReason.INTEGER_DIVIDE_BY_ZERO, () -> I32Ops.divS(1, 0));
    trap(TrapReason.INTEGER_DIVIDE_BY_ZERO, () -> I32Ops.divU(1, 0));
    trap(TrapReason.INTEGER_DIVIDE_BY_ZERO, () -> I32Ops.remS(1, 0));
    trap(TrapReason.INTEGER_DIVIDE_BY_ZERO, () -> I32Ops.remU(1, 0));
    trap(TrapReason.INTEGER_OVERFLOW, () -> I32Ops.divS(Integer.MIN_VALUE, -1));
    trap(TrapReason.INTEGER_DIVIDE_BY_ZERO, () -> I64Ops.divS(1, 0));
    trap(TrapReason.INTEGER_DIVIDE_BY_ZERO, () -> I64Ops.divU(1, 0));
    trap(TrapReason.INTEGER_DIVIDE_BY_ZERO, () -> I64Ops.remS(1, 0));
    trap(TrapReason.INTEGER_DIVIDE_BY_ZERO, () -> I64Ops.remU(1, 0));
    trap(TrapReason.INTEGER_OVERFLOW, () -> I64Ops.divS(Long.MIN_VALUE, -1));
  }

  @Test
  void theOverflowingDivisionLeavesNoRemainder() {
    assertEquals(0, I32Ops.remS(Integer.MIN_VALUE, -1));
    assertEquals(0, I64Ops.remS(Long.MIN_VALUE, -1));
  }

  @Test
  void divisionRoundsTowardsZeroAndRemainderHasTheDividendsSign() {
    assertEquals(-2, I32Ops.divS(-7, 3));
    assertEquals(-1, I32Ops.remS(-7, 3));
    assertEquals(1, I64Ops.remS(7, -3));
    assertEquals(0x7fff_ffff, I32Ops.divU(-1, 2));
    assertEquals(Long.MAX_VALUE, I64Ops.divU(-1, 2));
    assertEquals(1, I64Ops.remU(-1, 2));
  }

  @Test
  void shiftCountsAreTakenModuloTheWidth() {
    assertEquals(1, I32Ops.shl(1, 32));
    assertEquals(-1, I32Ops.shrS(Integer.MIN_VALUE, 63));
    assertEquals(1, I32Ops.shrU(Integer.MIN_VALUE, -1));
    assertEquals(1, I64Ops.shl(1, 64));
    assertEquals(2, I64Ops.shl(1, 0x1_0000_0001L));
    assertEquals(-1, I64Ops.shrS(Long.MIN_VALUE, 127));
    assertEquals(1, I64Ops.rotl(Long.MIN_VALUE, 65));
    assertEquals(Integer.MIN_VALUE, I32Ops.rotr(1, 33));
  }

  @Test
  void unsignedComparisonsSeeTheSignBitAsTheGreatest() {
    assertEquals(0, I32Ops.ltU(-1, 1));
    assertEquals(1, I32Ops.ltS(-1, 1));
    assertEquals(1, I32Ops.geU(Integer.MIN_VALUE, Integer.MAX_VALUE));
    assertEquals(1, I64Ops.gtU(Long.MIN_VALUE, Long.MAX_VALUE));
    assertEquals(0, I64Ops.leU(-1, 0));
    assertEquals(1, I64Ops.leS(-1, 0));
  }

  @Test
  void countsOfZeroAreTheWidth() {
    assertEquals(32, I32Ops.clz(0));
    assertEquals(32, I32Ops.ctz(0));
    assertEquals(64, I64Ops.clz(0));
    assertEquals(64, I64Ops.ctz(0));
    assertEquals(64, I64Ops.popcnt(-1));
  }

  @Test
  void extensionsLookAtTheLowBitsAlone() {
    assertEquals(-128, I32Ops.extend8S(0xffff_ff80));
    assertEquals(127, I32Ops.extend8S(0xffff_ff7f));
    assertEquals(-32768, I32Ops.extend16S(0x1234_8000));
    assertEquals(-1, I64Ops.extend8S(0x1ff));
    assertEquals(Integer.MIN_VALUE, I64Ops.extend32S(0x5_8000_0000L));
    assertEquals(0xffff_ffffL, I64Ops.extendI32U(-1));
    assertEquals(-1, I64Ops.extendI32S(-1));
    assertEquals(0x5678_9abc, I32Ops.wrapI64(0x1234_5678_9abcL));
  }

  @Test
  void wideProductsAreExact() {
    for (long[] pair : pairs()) {
      BigInteger signed = BigInteger.valueOf(pair[0]).multiply(BigInteger.valueOf(pair[1]));
      assertEquals(halves(signed), I64Ops.mulWideS(pair[0], pair[1]));
      BigInteger unsigned = unsigned(pair[0]).multiply(unsigned(pair[1]));
      assertEquals(halves(unsigned), I64Ops.mulWideU(pair[0], pair[1]));
    }
  }

  @Test
  void wideSumsAndDifferencesCarry() {
    for (long[] a : pairs()) {
      for (long b : EDGES) {
        BigInteger left = join(a[0], a[1]);
        BigInteger right = join(b, a[0]);
        assertEquals(halves(left.add(right)), I64Ops.add128(a[0], a[1], b, a[0]));
        assertEquals(halves(left.subtract(right)), I64Ops.sub128(a[0], a[1], b, a[0]));
      }
    }
  }

  private static long[][] pairs() {
    Random random = new Random(7);
    long[][] pairs = new long[EDGES.length * EDGES.length + 200][];
    for (int i = 0; i < pairs.length; i++) {
      pairs[i] =
          i < EDGES.length * EDGES.length
              ? new long[] {EDGES[i / EDGES.length], EDGES[i % EDGES.length]}
              : new long[] {random.nextLong(), random.nextLong()};
    }
    return pairs;
  }

  private static BigInteger unsigned(long value) {
    return new BigInteger(Long.toUnsignedString(value));
  }

  private static BigInteger join(long lo, long hi) {
    return BigInteger.valueOf(hi).shiftLeft(64).add(unsigned(lo));
  }

  private static Int128 halves(BigInteger value) {
    return new Int128(value.longValue(), value.shiftRight(64).longValue());
  }

  private static void trap(TrapReason reason, Executable execution) {
    assertEquals(reason, assertThrows(Trap.class, execution).reason());
  }
}
