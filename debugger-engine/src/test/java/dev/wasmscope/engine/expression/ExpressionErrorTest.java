package dev.wasmscope.engine.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressionErrorTest {
  private final FakeContext context = FakeContext.sample();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`` | 0 | 0 | expected an operand, found the end",
        "1 + | 3 | 3 | expected an operand, found the end",
        "1 2 | 2 | 3 | expected an operator, found '2'",
        "(1 | 2 | 2 | expected ')', found the end",
        "$i = 3 | 3 | 4 | an expression cannot assign; '==' compares",
        "$ i | 0 | 1 | a name must follow '$'; write $\"…\" for names with other characters",
        "$\"i | 0 | 3 | the quoted name has no closing '\"'",
        "1 # 2 | 2 | 3 | unexpected character '#'",
        "12ab | 0 | 4 | '12ab' is not a number",
        "99999999999999999999 | 0 | 20 | '99999999999999999999' is not a number",
        "foo[0] | 0 | 3 | only s, local, global and table can be indexed, not 'foo'",
        "i32[-]@0 | 4 | 5 | expected a memory, found '-'",
        "1 ? 2 | 5 | 5 | expected ':', found the end",
      })
  void cannotBeParsed(String source, int start, int end, String message) {
    ExpressionException error =
        assertThrows(ExpressionException.class, () -> Expression.parse(source));
    assertEquals(message, error.getMessage());
    assertEquals(start + ".." + end, error.span().start() + ".." + error.span().end());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "1 + $stat | 4 | 9 | unknown name $stat; did you mean $state?",
        "cuont | 0 | 5 | unknown name cuont; did you mean count?",
        "$zzzzzz | 0 | 7 | unknown name $zzzzzz",
        "global.$state | 0 | 13 | unknown global $state; did you mean $state?",
        "$17 | 0 | 3 | there is no local 17 here",
        "s[2] | 0 | 4 | there is no operand 2 here",
        "s[-1] | 0 | 5 | there is no operand 4294967295 here",
        "1 / 0 | 0 | 5 | integer divide by zero",
        "1 % ($i - 16) | 0 | 12 | integer divide by zero",
        "(-2147483647 - 1) / -1 | 1 | 22 | integer overflow",
        "1.5 % 2 | 0 | 7 | '%' has no meaning for f64 and i32",
        "1.5 << 2 | 0 | 8 | '<<' has no meaning for f64 and i32",
        "~$half | 0 | 6 | '~' has no meaning for f32",
        "$vec + 1 | 0 | 8 | '+' has no meaning for v128 and i32",
        "$vec && 1 | 0 | 4 | a value of type v128 is neither true nor false",
        "i32@64 | 0 | 6 | out of bounds memory access: 4 bytes at 0x40 of memory 0",
        "i32@-1 | 0 | 6 | out of bounds memory access: 4 bytes at 0xffffffff of memory 0",
        "i32[$m]@0 | 0 | 9 | unknown memory $m",
        "i32@0.5 | 4 | 7 | an address or index must be an integer, not f64",
        "table[9] | 0 | 8 | out of bounds table access: element 9 of table 0",
        "i32x4($vec)[4] | 12 | 13 | lane 4 of i32x4; there are 4",
        "i32(table[0]) | 0 | 13 | reference cannot be converted to i32",
      })
  void hasNoValueHere(String source, int start, int end, String message) {
    Expression expression = Expression.parse(source);
    ExpressionException error =
        assertThrows(ExpressionException.class, () -> expression.evaluate(context));
    assertEquals(message, error.getMessage());
    assertEquals(start + ".." + end, error.span().start() + ".." + error.span().end());
  }

  @Test
  void theCaretStandsUnderThePart() {
    ExpressionException error =
        assertThrows(
            ExpressionException.class, () -> Expression.parse("1 + $stat").evaluate(context));
    assertEquals(
        """
        unknown name $stat; did you mean $state?
          1 + $stat
              ^^^^^\
        """,
        error.withCaret().replace("\r", ""));
  }

  @Test
  void depthIsBounded() {
    String deep = "(".repeat(100_000) + "1" + ")".repeat(100_000);
    assertThrows(ExpressionException.class, () -> Expression.parse(deep));
    assertThrows(ExpressionException.class, () -> Expression.parse("-".repeat(100_000) + "1"));
    assertThrows(ExpressionException.class, () -> Expression.parse("1" + "+1".repeat(100_000)));
    assertThrows(ExpressionException.class, () -> Expression.parse("1?".repeat(100_000)));
    assertEquals("400", Expression.parse("1" + "+1".repeat(399)).evaluate(context).text());
  }

  @Test
  void arbitraryTextNeverThrowsAnythingElse() {
    String[] pieces = {
      "$i", "$", "s[", "]", "(", ")", "i32", "@", "u8@", "table[", "0", "1.5", "0x", "'a'", "\"",
      "&&", "==", "=", "?", ":", ".", "-", "~", "mem1", "i32x4(", "$vec", "null", " ", "é",
          "\uD800",
      "9999999999999", "{", "}", "hex:", "%", "/"
    };
    Random random = new Random(3);
    int values = 0;
    for (int n = 0; n < 50_000; n++) {
      StringBuilder source = new StringBuilder();
      for (int k = random.nextInt(8); k >= 0; k--) {
        source.append(pieces[random.nextInt(pieces.length)]);
      }
      try {
        Expression.parse(source.toString()).evaluate(context);
        values++;
      } catch (ExpressionException e) {
        assertTrue(e.span().end() <= source.length(), e::withCaret);
      }
      try {
        LogMessage.parse(source.toString()).render(context);
      } catch (ExpressionException e) {
        assertTrue(e.span().end() <= source.length(), e::withCaret);
      }
    }
    assertTrue(values > 100, "the generator makes too few expressions: " + values);
  }
}
