package dev.wasmscope.engine.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class LogMessageTest {
  private final FakeContext context = FakeContext.sample();

  @Test
  void holesShowTheirValues() {
    assertEquals("round 16: a=4294967295", render("round {$i}: a={u32:$neg}"));
    assertEquals("0xffffffff 0b10000 A", render("{hex:$neg} {bin:$i} {char:'A'}"));
    assertEquals("0x3f000000 0.5", render("{hex:$half} {half}"));
    assertEquals("3", render("{1 ? count : 2}"));
    assertEquals("{literal} 16", render("{{literal}} {$\"i\"}"));
    assertEquals("i32x4 1 2 3 -4 func $f", render("{$vec} {table[1]}"));
    assertEquals("", render(""));
  }

  @Test
  void aHoleWithoutValueSaysWhy() {
    assertEquals("a=<unknown name $xyz> i=16", render("a={$xyz} i={$i}"));
  }

  @Test
  void errorsPointIntoTheMessage() {
    error("a={$i", 2, 3, "'{' is not closed; write '{{' for a brace");
    error("a}", 1, 2, "'}' closes nothing; write '}}' for a brace");
    error("a={$i +}", 7, 7, "expected an operand, found the end");
    error("a={hxe:$i}", 3, 6, "unknown format hxe; did you mean hex?");
    error("a={}", 3, 3, "expected an operand, found the end");
  }

  @Test
  void hitConditionsCompareTheNumberOfHits() {
    HitCondition atLeast = HitCondition.parse(" >= 3 ");
    assertEquals("0011", hits(atLeast));
    assertEquals("0010", hits(HitCondition.parse("3")));
    assertEquals("0101", hits(HitCondition.parse("% 2")));
    assertEquals("1100", hits(HitCondition.parse("<3")));
    assertEquals("1101", hits(HitCondition.parse("!=3")));
    assertEquals(">= 3", atLeast.toString());
    for (String wrong : new String[] {"", ">=", "many", "-1", "% 0", "99999999999999999999"}) {
      assertThrows(ExpressionException.class, () -> HitCondition.parse(wrong), wrong);
    }
  }

  private String render(String source) {
    return LogMessage.parse(source).render(context);
  }

  private static void error(String source, int start, int end, String message) {
    ExpressionException error =
        assertThrows(ExpressionException.class, () -> LogMessage.parse(source));
    assertEquals(message, error.getMessage());
    assertEquals(start + ".." + end, error.span().start() + ".." + error.span().end());
    assertEquals(source, error.source());
  }

  private static String hits(HitCondition condition) {
    StringBuilder stops = new StringBuilder();
    for (int hit = 1; hit <= 4; hit++) {
      stops.append(condition.test(hit) ? 1 : 0);
    }
    return stops.toString();
  }
}
