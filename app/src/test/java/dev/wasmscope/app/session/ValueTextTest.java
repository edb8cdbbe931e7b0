package dev.wasmscope.app.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wasmscope.engine.runtime.Value;
import dev.wasmscope.wasm.type.NumType;
import org.junit.jupiter.api.Test;

class ValueTextTest {
  @Test
  void integersAreSignedOrUnsignedDecimalOrHexadecimal() {
    assertEquals(new Value.I32(-1), ValueText.parse(NumType.I32, "4294967295"));
    assertEquals(new Value.I32(-1), ValueText.parse(NumType.I32, "-1"));
    assertEquals(new Value.I32(0x2a), ValueText.parse(NumType.I32, " 0x2_A "));
    assertEquals(
        new Value.I64(Long.MIN_VALUE), ValueText.parse(NumType.I64, "-0x8000000000000000"));
  }

  @Test
  void integersOutOfRangeAreRefusedWithASentence() {
    for (String text : new String[] {"4294967296", "-2147483649"}) {
      IllegalArgumentException refused =
          assertThrows(IllegalArgumentException.class, () -> ValueText.parse(NumType.I32, text));
      assertTrue(refused.getMessage().contains("32 bits"), refused.getMessage());
    }
    assertThrows(IllegalArgumentException.class, () -> ValueText.parse(NumType.I32, "1.5"));
    assertThrows(IllegalArgumentException.class, () -> ValueText.parse(NumType.I32, ""));
  }

  @Test
  void floatsAreReadInAllNotations() {
    assertEquals(
        new Value.F64(Double.doubleToRawLongBits(-0.0)), ValueText.parse(NumType.F64, "-0"));
    assertEquals(
        new Value.F64(Double.doubleToRawLongBits(24)), ValueText.parse(NumType.F64, "0x1.8p4"));
    assertEquals(
        new Value.F64(Double.doubleToRawLongBits(31)), ValueText.parse(NumType.F64, "0x1f"));
    assertEquals(new Value.F32(0xFF80_0000), ValueText.parse(NumType.F32, "-inf"));
    assertEquals(new Value.F32(0x7FC0_0000), ValueText.parse(NumType.F32, "nan"));
    assertEquals(new Value.F32(0xFF80_1234), ValueText.parse(NumType.F32, "-nan:0x1234"));
  }

  @Test
  void shownValuesAreReadBack() {
    for (Value value :
        new Value[] {
          new Value.I32(-7), new Value.I64(1L << 40), new Value.F64(Double.doubleToLongBits(0.1))
        }) {
      assertEquals(value, ValueText.parse(value.type(), ValueText.show(value)));
    }
  }
}
