package dev.wasmscope.wasm.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SnippetTest {

  @Test
  void putsCaretsUnderTheSpan() {
    assertEquals("2 |   i32.ad\n  |   ^^^^^^", show("(func\n  i32.ad\n)", new Span(8, 14)));
  }

  @Test
  void countsCodePointsNotBytes() {
    assertEquals("1 | ;; é x\n  |      ^", show(";; é x", new Span(6, 7)));
  }

  @Test
  void marksTheEndOfTheTextAndEmptySpans() {
    assertEquals("1 | (func\n  |      ^", show("(func", Span.at(5)));
  }

  @Test
  void endsAtTheLineEnd() {
    assertEquals("1 | (a\n  | ^^", show("(a\r\nb)", new Span(0, 6)));
  }

  @Test
  void cutsLongLinesAroundTheSpan() {
    String shown = show("x".repeat(1_000_000) + "yy", new Span(1_000_000, 1_000_002));
    assertTrue(shown.length() < 300, shown);
    assertTrue(shown.contains("yy"), shown);
  }

  private static String show(String text, Span span) {
    byte[] bytes = text.getBytes(UTF_8);
    return Snippet.of(bytes, LineIndex.of(bytes), span);
  }
}
