package dev.wasmscope.engine.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressionTest {
  private final FakeContext context = FakeContext.sample();

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        // Precedence and associativity are C's.
        "1 + 2 * 3 ; i32 ; 7",
        "(1 + 2) * 3 ; i32 ; 9",
        "10 - 4 - 3 ; i32 ; 3",
        "1 << 2 + 1 ; i32 ; 8",
        "6 & 3 == 3 ; i32 ; 0",
        "1 | 2 ^ 3 & 1 ; i32 ; 3",
        "0 || 1 && 0 ; i32 ; 0",
        "1 ? 2 : 0 ? 3 : 4 ; i32 ; 2",
        "-2 - -3 ; i32 ; 1",
        "!0 + ~0 ; i32 ; 0",
        "- - 5 ; i32 ; 5",
        // Types and conversions.
        "2147483647 + 1 ; i32 ; -2147483648",
        "2147483648 ; i64 ; 2147483648",
        "0xffffffff ; u32 ; 4294967295",
        "0x8000000000000000 ; u64 ; 9223372036854775808",
        "18446744073709551615 ; u64 ; 18446744073709551615",
        "1u ; u32 ; 1",
        "1l + 1 ; i64 ; 2",
        "1_000 ; i32 ; 1000",
        "-1 < 1u ; i32 ; 0",
        "-1 < 1 ; i32 ; 1",
        "-8 >> 1 ; i32 ; -4",
        "0xfffffff8 >> 1 ; u32 ; 2147483644",
        "-7 / 2 ; i32 ; -3",
        "-7 % 3 ; i32 ; -1",
        "u32(-7) / 2 ; u32 ; 2147483644",
        "1 / 2.0 ; f64 ; 0.5",
        "$half + 1 ; f32 ; 1.5",
        "1.5f ; f32 ; 1.5",
        "0x1.8p1 ; f64 ; 3.0",
        "i32(2.9) ; i32 ; 2",
        "(i32) -2.9 ; i32 ; -2",
        "u8(-1) ; i32 ; 255",
        "i8(255) ; i32 ; -1",
        "u32(1e30) ; u32 ; 4294967295",
        "f32($i) ; f32 ; 16.0",
        "'A' + 1 ; i32 ; 66",
        "nan != nan ; i32 ; 1",
        "1 / 0.0 == inf ; i32 ; 1",
        // What a frame holds.
        "$i == 16 && i32@($state + 4) != 0 ; i32 ; 1",
        "$0 ; i32 ; 16",
        "local[1] ; i32 ; 8",
        "local.$i ; i32 ; 16",
        "global.$i ; i32 ; 99",
        "global[0] ; i32 ; 69408",
        "$__stack_pointer ; i32 ; 69408",
        "$\"i\" ; i32 ; 16",
        "count * 2 ; i32 ; 6",
        "half ; f32 ; 0.5",
        "s[0] ; i32 ; 7",
        "s[1] ; i64 ; -8",
        "s[1] + s[0] ; i64 ; -1",
        "u8@12 ; i32 ; 254",
        "i8@12 ; i32 ; -2",
        "u16@(12) ; i32 ; 65534",
        "i32@12 ; i32 ; 65534",
        "i32@$state + 4 ; i32 ; 4",
        "i32[mem1]@0 ; i32 ; 67305985",
        "u16[$second]@1 ; i32 ; 770",
        "u16[second]@1 ; i32 ; 770",
        "u16[1]@1 ; i32 ; 770",
        "i32x4($vec)[3] ; i32 ; -4",
        "table[0] == null ; i32 ; 1",
        "table[1] != null ; i32 ; 1",
        "table[$t][1] ; reference ; func $f",
        "table[0][1] ; reference ; func $f",
        "$vec == $vec ; i32 ; 1",
      })
  void evaluates(String source, String type, String text) {
    ExpressionValue value = Expression.parse(source).evaluate(context);
    assertEquals(type + " " + text, value.typeName() + " " + value.text());
  }

  @Test
  void logicalOperatorsDoNotEvaluateWhatDoesNotCount() {
    assertFalse(Expression.parse("0 && 1 / 0").test(context));
    assertTrue(Expression.parse("1 || i32@0xffffffff").test(context));
    assertEquals("5", Expression.parse("1 ? 5 : $nowhere").evaluate(context).text());
  }

  @Test
  void aDefinitionIsMeantWhereTheProgramHasNoSuchName() {
    String known = Expression.parse("$big").evaluate(context).text();
    Map<String, ExpressionValue> definitions =
        Map.of("mine", ExpressionValue.i32(40), "big", ExpressionValue.i32(0));

    assertEquals("42", Expression.parse("$mine + 2").with(definitions).evaluate(context).text());
    assertEquals(known, Expression.parse("$big").with(definitions).evaluate(context).text());
    ExpressionException unknown =
        assertThrows(
            ExpressionException.class,
            () -> Expression.parse("$mime").with(definitions).evaluate(context));
    assertEquals("unknown name $mime; did you mean $mine?", unknown.getMessage());
  }

  @Test
  void anythingNotZeroAndNotNullIsTrue() {
    assertTrue(Expression.parse("0.1").test(context));
    assertFalse(Expression.parse("-0.0").test(context));
    assertTrue(Expression.parse("table[1]").test(context));
    assertFalse(Expression.parse("table[0]").test(context));
    assertTrue(Expression.parse("$big").test(context));
  }
}
