package dev.wasmscope.engine.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wasmscope.engine.numeric.V128;
import dev.wasmscope.wasm.type.NumType;
import dev.wasmscope.wasm.type.RefType;
import dev.wasmscope.wasm.type.VecType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValueTextTest {
  @ParameterizedTest
  @CsvSource({
    "42, 42",
    "-1, -1",
    "4294967295, -1",
    "0xffff_ffff, -1",
    "-0x80000000, -2147483648",
    "+7, 7",
    "i32.const 9, 9"
  })
  void i32(String text, int expected) {
    assertEquals(Value.i32(expected), ValueText.parse(NumType.I32, text));
  }

  @ParameterizedTest
  @CsvSource({
    "18446744073709551615, -1", "-9223372036854775808, -9223372036854775808",
    "1_000_000, 1000000", "0x10, 16"
  })
  void i64(String text, long expected) {
    assertEquals(Value.i64(expected), ValueText.parse(NumType.I64, text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "4294967296", "-2147483649", "0x1_0000_0000", "x", "1.5", "--1", "-", "0x"})
  void notI32(String text) {
    IllegalArgumentException problem =
        assertThrows(IllegalArgumentException.class, () -> ValueText.parse(NumType.I32, text));
    assertEquals("expected a value of type i32, found '" + text + "'", problem.getMessage());
  }

  @ParameterizedTest
  @CsvSource({
    "1.5, 3ff8000000000000", "-0.0, 8000000000000000", "inf, 7ff0000000000000",
    "-inf, fff0000000000000", "nan, 7ff8000000000000", "-nan:0x1, fff0000000000001",
    "0x1.8p1, 4008000000000000", "0x10, 4030000000000000", "1e3, 408f400000000000",
    "1., 3ff0000000000000"
  })
  void f64(String text, String bits) {
    assertEquals(
        new Value.F64(Long.parseUnsignedLong(bits, 16)), ValueText.parse(NumType.F64, text));
  }

  @ParameterizedTest
  @CsvSource({"0.1, 3dcccccd", "-1, bf800000", "nan:0x200000, 7fa00000", "5, 40a00000"})
  void f32(String text, String bits) {
    assertEquals(
        new Value.F32(Integer.parseUnsignedInt(bits, 16)), ValueText.parse(NumType.F32, text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1.5f", "NaN", "Infinity", "nan:0x0", "nan:0x800000", "0x", "1 2"})
  void notF32(String text) {
    assertThrows(IllegalArgumentException.class, () -> ValueText.parse(NumType.F32, text));
  }

  @Test
  void vectorsAreWrittenLaneByLane() {
    assertEquals(
        Value.v128(new V128(0x0000_0002_0000_0001L, 0xffff_ffff_0000_0003L)),
        ValueText.parse(VecType.V128, "v128.const i32x4 1 2 3 -1"));
    assertEquals(
        Value.v128(new V128(0x3ff0_0000_0000_0000L, 0)),
        ValueText.parse(VecType.V128, "f64x2 1 0"));
    assertThrows(
        IllegalArgumentException.class, () -> ValueText.parse(VecType.V128, "i32x4 1 2 3"));
    assertThrows(IllegalArgumentException.class, () -> ValueText.parse(VecType.V128, "5"));
  }

  @Test
  void ofReferencesOnlyNullCanBeWritten() {
    assertEquals(Value.extern(null), ValueText.parse(RefType.EXTERNREF, "null"));
    assertEquals(Value.func(null), ValueText.parse(RefType.FUNCREF, "ref.null func"));
    assertThrows(
        IllegalArgumentException.class, () -> ValueText.parse(RefType.EXTERNREF, "ref.extern 1"));
    IllegalArgumentException problem =
        assertThrows(
            IllegalArgumentException.class,
            () -> ValueText.parse(new RefType(false, RefType.FUNCREF.heap()), "null"));
    assertTrue(problem.getMessage().startsWith("null is not a value of the type (ref func)"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"f64.const 0.1", "f64.const -nan:0x1", "f64.const -inf", "f64.const 1.0E300"})
  void whatValuesPrintIsRead(String text) {
    assertEquals(text, ValueText.parse(NumType.F64, text).toString());
  }
}
