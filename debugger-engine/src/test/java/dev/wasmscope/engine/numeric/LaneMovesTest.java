package dev.wasmscope.engine.numeric;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** Shuffles, extensions, narrowing, pairwise sums and products, lane loads and stores. */
class LaneMovesTest {
  private static final V128 COUNT =
      V128.i8x16(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);

  @Test
  void shufflePicksFromBothAndSwizzleZeroesWhatIsOutside() {
    V128 high = I8x16Ops.add(COUNT, I8x16Ops.splat(16));
    V128 lanes = V128.i8x16(31, 0, 16, 15, 1, 1, 30, 2, 3, 4, 5, 6, 7, 8, 9, 17);
    assertEquals(lanes, I8x16Ops.shuffle(COUNT, high, lanes));
    V128 wild = V128.i8x16(15, 16, 255, 128, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 31);
    V128 expected = V128.i8x16(15, 0, 0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 0);
    assertEquals(expected, I8x16Ops.swizzle(COUNT, wild));
    assertEquals(expected, I8x16Ops.relaxedSwizzle(COUNT, wild));
  }

  @RepeatedTest(50)
  void extensionsAndProductsEqualLaneArithmetic(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    V128 a = new V128(random.nextLong(), random.nextLong());
    V128 b = new V128(random.nextLong(), random.nextLong());
    for (int i = 0; i < 8; i++) {
      assertEquals(a.i8(i), I16x8Ops.extendLowI8x16S(a).i16(i));
      assertEquals(a.i8(i + 8) & 0xff, I16x8Ops.extendHighI8x16U(a).i16(i));
      assertEquals(a.i8(i + 8) * b.i8(i + 8), I16x8Ops.extmulHighI8x16S(a, b).i16(i));
      int unsigned = (a.i8(i) & 0xff) * (b.i8(i) & 0xff);
      assertEquals((short) unsigned, I16x8Ops.extmulLowI8x16U(a, b).i16(i));
      assertEquals(a.i8(2 * i) + a.i8(2 * i + 1), I16x8Ops.extaddPairwiseI8x16S(a).i16(i));
      int sum = (a.i8(2 * i) & 0xff) + (a.i8(2 * i + 1) & 0xff);
      assertEquals(sum, I16x8Ops.extaddPairwiseI8x16U(a).i16(i));
    }
    for (int i = 0; i < 4; i++) {
      assertEquals(a.i16(i + 4), I32x4Ops.extendHighI16x8S(a).i32(i));
      assertEquals(a.i16(i) & 0xffff, I32x4Ops.extendLowI16x8U(a).i32(i));
      assertEquals(a.i16(i) * b.i16(i), I32x4Ops.extmulLowI16x8S(a, b).i32(i));
      int dot = a.i16(2 * i) * b.i16(2 * i) + a.i16(2 * i + 1) * b.i16(2 * i + 1);
      assertEquals(dot, I32x4Ops.dotI16x8S(a, b).i32(i));
    }
    assertEquals((long) a.i32(3) * b.i32(3), I64x2Ops.extmulHighI32x4S(a, b).i64(1));
    long product = (a.i32(0) & 0xffff_ffffL) * (b.i32(0) & 0xffff_ffffL);
    assertEquals(product, I64x2Ops.extmulLowI32x4U(a, b).i64(0));
  }

  @Test
  void narrowingTakesSignedLanesAndSaturates() {
    V128 a = V128.i16x8(0, 127, 128, 255, 256, -1, -128, -129);
    V128 b = I16x8Ops.splat(Short.MIN_VALUE);
    assertEquals(
        V128.i8x16(
            0, 127, 127, 127, 127, -1, -128, -128, -128, -128, -128, -128, -128, -128, -128, -128),
        I8x16Ops.narrowI16x8S(a, b));
    assertEquals(
        V128.i8x16(0, 127, 128, 255, 255, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0),
        I8x16Ops.narrowI16x8U(a, b));
    V128 c = V128.i32x4(32768, -32769, 65536, -1);
    assertEquals(
        V128.i16x8(32767, -32768, 32767, -1, 0, 0, 0, 0), I16x8Ops.narrowI32x4S(c, V128.ZERO));
    assertEquals(V128.i16x8(0, 0, 0, 0, 32768, 0, 65535, 0), I16x8Ops.narrowI32x4U(V128.ZERO, c));
  }

  @Test
  void theGreatestDotProductWrapsAround() {
    V128 least = I16x8Ops.splat(Short.MIN_VALUE);
    assertEquals(I32x4Ops.splat(Integer.MIN_VALUE), I32x4Ops.dotI16x8S(least, least));
  }

  @Test
  void popcntCountsPerByte() {
    V128 bits = V128.i8x16(0, 1, 3, 7, 15, 31, 63, 127, 255, 128, 0x55, 0xaa, 0, 0, 0, 0);
    assertEquals(V128.i8x16(0, 1, 2, 3, 4, 5, 6, 7, 8, 1, 4, 4, 0, 0, 0, 0), I8x16Ops.popcnt(bits));
  }

  @Test
  void relaxedDotProductsTakeBothOperandsAsSigned() {
    V128 a = I8x16Ops.splat(-127);
    V128 b = I8x16Ops.splat(-3);
    assertEquals(I16x8Ops.splat(2 * 127 * 3), I16x8Ops.relaxedDotI8x16I7x16S(a, b));
    assertEquals(
        I32x4Ops.splat(4 * 127 * 3 + 5),
        I32x4Ops.relaxedDotI8x16I7x16AddS(a, b, I32x4Ops.splat(5)));
  }

  @Test
  void loadsExtendSplatAndReplaceWhatWasRead() {
    long read = 0x8000_7fff_80ff_0102L;
    assertEquals(V128.i16x8(2, 1, -1, -128, -1, 127, 0, -128), V128Ops.load8x8S(read));
    assertEquals(V128.i32x4(0x0102, 0x80ff, 0x7fff, 0x8000), V128Ops.load16x4U(read));
    assertEquals(
        V128.i64x2(0xffff_ffff_80ff_0102L, 0xffff_ffff_8000_7fffL), V128Ops.load32x2S(read));
    assertEquals(I8x16Ops.splat(-2), V128Ops.load8Splat(0x1fe));
    assertEquals(V128.i32x4(-1, 0, 0, 0), V128Ops.load32Zero(-1));
    assertEquals(COUNT.withI8(9, -1), V128Ops.load8Lane(0xff, COUNT, 9));
    assertEquals(0x0b0a_0908, V128Ops.store32Lane(COUNT, 2));
    assertEquals(COUNT.hi(), V128Ops.store64Lane(COUNT, 1));
  }

  @Test
  void lanesAreExtractedWithTheirSignOrWithout() {
    V128 a = V128.i16x8(0, 0, 0, -1, 0, 0, 0, Short.MIN_VALUE);
    assertEquals(-1, I16x8Ops.extractLaneS(a, 3));
    assertEquals(0xffff, I16x8Ops.extractLaneU(a, 3));
    assertEquals(0x80, I8x16Ops.extractLaneU(a, 15));
    assertEquals(a.withI16(3, 7), I16x8Ops.replaceLane(a, 0x10007, 3));
  }
}
