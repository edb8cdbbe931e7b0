package dev.wasmscope.wasm.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NumberLiteralTest {

  private static OptionalInt f32(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    return NumberLiteral.f32(bytes, 0, bytes.length);
  }

  private static OptionalLong f64(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    return NumberLiteral.f64(bytes, 0, bytes.length);
  }

  private static OptionalLong integer(String text, int width) {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    return NumberLiteral.integer(bytes, 0, bytes.length, width);
  }

  @Test
  void integersAreSignedOrUnsigned() {
    assertEquals(OptionalLong.of(-1), integer("0xffff_ffff", 32));
    assertEquals(OptionalLong.of(-128), integer("-0x80", 8));
    assertEquals(OptionalLong.empty(), integer("-129", 8));
    assertEquals(OptionalLong.empty(), integer("256", 8));
    assertEquals(OptionalLong.of(-1), integer("18446744073709551615", 64));
    assertEquals(OptionalLong.empty(), integer("18446744073709551616", 64));
    assertEquals(OptionalLong.of(Long.MIN_VALUE), integer("-9223372036854775808", 64));
  }

  @Test
  void singlePrecisionIsRoundedOnceFromTheText() {
    // Rounding to double first would give a tie that goes to even: 0x1.000002p+0 minus a step.
    assertEquals(OptionalInt.of(0x3F80_0001), f32("0x1.00000100000000001p0"));
    assertEquals(OptionalInt.of(0x3F80_0001), f32("1.00000005960464477540"));
    assertEquals(OptionalInt.of(0x3F80_0000), f32("0x1.000001p0"));
  }

  @Test
  void overflowIsOutOfRangeAndUnderflowIsZero() {
    assertEquals(OptionalInt.empty(), f32("0x1p128"));
    assertEquals(OptionalInt.of(0x7F7F_FFFF), f32("0x1.fffffep127"));
    assertEquals(OptionalInt.empty(), f32("340282356779733661637539395458142568448"));
    assertEquals(OptionalLong.empty(), f64("1e309"));
    assertEquals(OptionalLong.of(Long.MIN_VALUE), f64("-1e-999999999999"));
  }

  @Test
  void payloadsOfNansAreChecked() {
    assertEquals(OptionalInt.of(0xFFC0_0000), f32("-nan"));
    assertEquals(OptionalInt.of(0x7F80_0001), f32("nan:0x1"));
    assertEquals(OptionalInt.empty(), f32("nan:0x0"));
    assertEquals(OptionalInt.empty(), f32("nan:0x80_0000"));
    assertEquals(OptionalLong.of(0x7FF0_0000_0000_00FFL), f64("nan:0xff"));
  }

  @Test
  void printedNumbersReadAsTheSameBits() {
    var random = new Random(7);
    for (int i = 0; i < 20_000; i++) {
      int narrow = random.nextInt();
      long wide = random.nextLong();
      assertEquals(OptionalInt.of(narrow), f32(NumberText.f32(narrow)));
      assertEquals(OptionalLong.of(wide), f64(NumberText.f64(wide)));
    }
  }
}
