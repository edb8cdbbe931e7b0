package dev.wasmscope.engine.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wasmscope.engine.numeric.V128;
import dev.wasmscope.wasm.instr.FeatureSet;
import dev.wasmscope.wasm.text.WatParser;
import dev.wasmscope.wasm.type.AbsHeapType;
import dev.wasmscope.wasm.type.NumType;
import dev.wasmscope.wasm.type.PackedType;
import dev.wasmscope.wasm.type.RefType;
import dev.wasmscope.wasm.type.StorageType;
import dev.wasmscope.wasm.type.TypeIndex;
import dev.wasmscope.wasm.type.VecType;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValueTextTest {
  private static final ValueScope MODULE =
      ValueScope.of(
          WatParser.parse(
                  """
                  (module
                    (type $Person (struct (field $name (ref string)) (field $age (mut i32))))
                    (type $Bytes (array (mut i8)))
                    (type $Node (struct (field i32) (field (ref null $Node))))
                    (func $helper))
                  """
                      .getBytes(StandardCharsets.UTF_8),
                  FeatureSet.ALL)
              .module());

  private static final RefType PERSON = new RefType(false, new TypeIndex(0));
  private static final RefType BYTES = new RefType(true, new TypeIndex(1));
  private static final RefType NODE = new RefType(true, new TypeIndex(2));
  private static final RefType STRING = new RefType(false, AbsHeapType.STRING);

  private static Value parse(StorageType type, String text) {
    return ValueText.parse(type, text, MODULE);
  }

  private static String refusal(StorageType type, String text) {
    return assertThrows(IllegalArgumentException.class, () -> parse(type, text)).getMessage();
  }

  private static Object target(RefType type, String text) {
    return assertInstanceOf(Value.Ref.class, parse(type, text)).target();
  }

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
    assertEquals(Value.i32(expected), parse(NumType.I32, text));
  }

  @ParameterizedTest
  @CsvSource({
    "18446744073709551615, -1", "-9223372036854775808, -9223372036854775808",
    "1_000_000, 1000000", "0x10, 16"
  })
  void i64(String text, long expected) {
    assertEquals(Value.i64(expected), parse(NumType.I64, text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "1.5", "--1", "-", "0x"})
  void notI32(String text) {
    assertEquals(
        "expected a value of type i32, such as 42, -1 or 0x2a; found '" + text + "'",
        refusal(NumType.I32, text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"4294967296", "-2147483649", "0x1_0000_0000", "99999999999999999999"})
  void tooLargeForI32(String text) {
    assertEquals("'" + text + "' does not fit into 32 bits", refusal(NumType.I32, text));
  }

  @Test
  void packedFieldsTakeTheirBitsOnly() {
    assertEquals(Value.i32(255), parse(PackedType.I8, "255"));
    assertEquals(Value.i32(-128), parse(PackedType.I8, "-128"));
    assertEquals("'256' does not fit into 8 bits", refusal(PackedType.I8, "256"));
  }

  @ParameterizedTest
  @CsvSource({
    "1.5, 3ff8000000000000", "-0.0, 8000000000000000", "inf, 7ff0000000000000",
    "-inf, fff0000000000000", "nan, 7ff8000000000000", "-nan:0x1, fff0000000000001",
    "0x1.8p1, 4008000000000000", "0x10, 4030000000000000", "1e3, 408f400000000000",
    "1., 3ff0000000000000"
  })
  void f64(String text, String bits) {
    assertEquals(new Value.F64(Long.parseUnsignedLong(bits, 16)), parse(NumType.F64, text));
  }

  @ParameterizedTest
  @CsvSource({"0.1, 3dcccccd", "-1, bf800000", "nan:0x200000, 7fa00000", "5, 40a00000"})
  void f32(String text, String bits) {
    assertEquals(new Value.F32(Integer.parseUnsignedInt(bits, 16)), parse(NumType.F32, text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1.5f", "NaN", "Infinity", "nan:0x0", "nan:0x800000", "0x", "1 2"})
  void notF32(String text) {
    assertThrows(IllegalArgumentException.class, () -> parse(NumType.F32, text));
  }

  @Test
  void vectorsAreWrittenLaneByLane() {
    assertEquals(
        Value.v128(new V128(0x0000_0002_0000_0001L, 0xffff_ffff_0000_0003L)),
        parse(VecType.V128, "v128.const i32x4 1 2 3 -1"));
    assertEquals(Value.v128(new V128(0x3ff0_0000_0000_0000L, 0)), parse(VecType.V128, "f64x2 1 0"));
  }

  @Test
  void theLanesOfAVectorStandBehindItsShapeOrAreAllItsDigits() {
    Value expected = Value.v128(V128.i32x4(1, -2, 3, 4));
    for (String text :
        List.of(
            "i32x4 1 -2 3 4",
            "i32x4:1 -2 3 4",
            "i32x4:1,-2,3,4",
            "i64x2 0xfffffffe00000001 0x400000003",
            "0x0000000400000003fffffffe00000001")) {
      assertEquals(expected, parse(VecType.V128, text), text);
    }
    assertEquals("i32x4 has 4 lanes, found 3", refusal(VecType.V128, "i32x4 1 2 3"));
    assertEquals("'300' does not fit into 8 bits", tooLargeLane());
    assertTrue(refusal(VecType.V128, "five").contains("such as i32x4 1 2 3 4"));
  }

  private static String tooLargeLane() {
    return refusal(VecType.V128, "i8x16 300 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0");
  }

  @Test
  void whatEveryFormatShowsIsReadAgain() {
    List<Value> values =
        List.of(
            Value.i32(-5),
            Value.i64(Long.MIN_VALUE),
            Value.f32(1.5f),
            Value.f64(-0.1),
            new Value.F64(0x7ff0_0000_0000_0001L),
            Value.v128(new V128(0x8000_0000_7f80_0001L, 0x7ff0_0000_0000_0001L)));
    for (Value value : values) {
      for (ValueFormat format : ValueFormat.of(value.type())) {
        assertEquals(value, parse(value.type(), format.show(value)), format.show(value));
      }
    }
    assertEquals("4294967291", ValueFormat.UNSIGNED.show(Value.i32(-5)));
    assertEquals("0xfffffffb", ValueFormat.HEX.show(Value.i32(-5)));
  }

  @Test
  void stringsStandInQuotes() {
    assertEquals("Ann \"Lee\"\n", target(STRING, "\"Ann \\\"Lee\\\"\\n\""));
    assertEquals("grüß 🐙", target(STRING, "\"gr\\c3\\bc\\u{df} 🐙\""));
    assertEquals("x", target(RefType.EXTERNREF, "\"x\""));
    assertEquals(
        "expected a value of type (ref string), such as \"text\"; found 'Ann'",
        refusal(STRING, "Ann"));
    for (String bad : List.of("\"open", "\"a\"b\"", "\"\\q\"", "\"\\ff\"", "\"\\u{d800}\"")) {
      assertThrows(IllegalArgumentException.class, () -> parse(STRING, bad), bad);
    }
    for (String text : List.of("", "a\"b\\c", "\u0000\n\t", "grüß 🐙", "\u2028")) {
      assertEquals(text, target(STRING, QuotedText.quote(text)));
    }
  }

  @Test
  void simpleReferences() {
    assertEquals(Value.extern(null), parse(RefType.EXTERNREF, "null"));
    assertEquals(Value.func(null), parse(RefType.FUNCREF, "ref.null func"));
    assertEquals(new HostReference(1), target(RefType.EXTERNREF, "ref.extern 1"));
    RefType i31 = new RefType(true, AbsHeapType.I31);
    assertEquals(I31.of(-5), target(i31, "-5"));
    assertEquals(I31.of(-1), target(i31, "ref.i31 0x7fffffff"));
    assertEquals("'2147483648' does not fit into 31 bits", refusal(i31, "2147483648"));
    assertNotNull(target(RefType.FUNCREF, "$helper"));
    assertTrue(refusal(RefType.FUNCREF, "$other").contains("the $name of a function"));
    assertTrue(
        refusal(new RefType(false, RefType.FUNCREF.heap()), "null")
            .startsWith("null is not a value of the type (ref func)"));
  }

  @Test
  void objectsAreMadeOfTheirMembers() {
    StructInstance person =
        assertInstanceOf(StructInstance.class, target(PERSON, "{\"A, {\", 42}"));
    assertEquals("A, {", person.object(0));
    assertEquals(42, person.bits(1));
    assertInstanceOf(StructInstance.class, target(PERSON, "$Person {name: \"A\", age: 0x2a}"));
    RefType any = new RefType(true, AbsHeapType.ANY);
    assertInstanceOf(ArrayInstance.class, target(any, "$Bytes [1, 2, 255]"));
    assertEquals(0, assertInstanceOf(ArrayInstance.class, target(BYTES, "[]")).length());
    StructInstance node = assertInstanceOf(StructInstance.class, target(NODE, "{1, {2, null}}"));
    assertEquals(2, assertInstanceOf(StructInstance.class, node.object(1)).bits(0));
  }

  @Test
  void objectsThatDoNotFitAreRefused() {
    assertEquals("the structure has 2 fields, found 1", refusal(PERSON, "{\"A\"}"));
    assertEquals("expected the field age, found old", refusal(PERSON, "{\"A\", old: 5}"));
    assertEquals("'256' does not fit into 8 bits", refusal(BYTES, "[256]"));
    assertTrue(refusal(PERSON, "[1]").contains("{…} with the values of its 2 fields"));
    assertEquals(
        "the objects are nested too deeply",
        refusal(NODE, "{1, ".repeat(10_000) + "null" + "}".repeat(10_000)));
    assertTrue(refusal(BYTES, "[" + "1,".repeat(500)).length() < 200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"f64.const 0.1", "f64.const -nan:0x1", "f64.const -inf", "f64.const 1.0E300"})
  void whatValuesPrintIsRead(String text) {
    assertEquals(text, parse(NumType.F64, text).toString());
  }
}
