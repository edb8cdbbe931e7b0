package dev.wasmscope.engine.numeric;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class V128Test {
  private static final V128 BYTES =
      V128.i8x16(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, -1);

  @Test
  void lanesAreLittleEndian() {
    assertEquals(0x0706_0504_0302_0100L, BYTES.lo());
    assertEquals(0xff0e_0d0c_0b0a_0908L, BYTES.hi());
    assertEquals(-1, BYTES.i8(15));
    assertEquals(0x0908, BYTES.i16(4));
    assertEquals(0xff0e_0d0c, BYTES.i32(3));
    assertEquals("0xff0e0d0c0b0a09080706050403020100", BYTES.toString());
  }

  @Test
  void bytesRoundTrip() {
    assertEquals(BYTES, V128.ofBytes(BYTES.bytes()));
    assertArrayEquals(
        new byte[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, -1}, BYTES.bytes());
    assertThrows(IllegalArgumentException.class, () -> V128.ofBytes(new byte[15]));
    assertThrows(IllegalArgumentException.class, () -> V128.i16x8(1, 2, 3));
  }

  @Test
  void replacingALaneLeavesTheOthers() {
    for (int lane = 0; lane < 16; lane++) {
      assertEquals(0x5a, BYTES.withI8(lane, 0x15a).i8(lane));
      assertEquals(BYTES, BYTES.withI8(lane, -9).withI8(lane, BYTES.i8(lane)));
      assertEquals(BYTES, BYTES.withI16(lane / 2, -9).withI16(lane / 2, BYTES.i16(lane / 2)));
      assertEquals(BYTES, BYTES.withI32(lane / 4, -9).withI32(lane / 4, BYTES.i32(lane / 4)));
      assertEquals(BYTES, BYTES.withI64(lane / 8, -9).withI64(lane / 8, BYTES.i64(lane / 8)));
    }
  }

  @Test
  void everyShapeRendersAsTheTextFormatDoes() {
    V128 floats = V128.f32x4(1.5f, -0f, Float.NEGATIVE_INFINITY, Float.intBitsToFloat(0x7f80_0001));
    assertEquals("f32x4 1.5 -0.0 -inf nan:0x1", LaneShape.F32X4.render(floats));
    assertEquals("i32x4 1 -2 3 -4", LaneShape.I32X4.render(V128.i32x4(1, -2, 3, -4)));
    assertEquals("i64x2 -1 0", LaneShape.I64X2.render(V128.i64x2(-1, 0)));
    assertEquals("f64x2 1.0 nan", LaneShape.F64X2.render(V128.f64x2(1, Double.NaN)));
    assertEquals(
        "i16x8 1 2 3 4 5 6 7 -8", LaneShape.I16X8.render(V128.i16x8(1, 2, 3, 4, 5, 6, 7, -8)));
    assertEquals("-1", LaneShape.I8X16.lane(BYTES, 15));
  }
}
