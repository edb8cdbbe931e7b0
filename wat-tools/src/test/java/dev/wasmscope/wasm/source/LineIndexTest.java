package dev.wasmscope.wasm.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class LineIndexTest {

  @Test
  void lfCrAndCrlfEachEndOneLine() {
    LineIndex lines = LineIndex.of("a\nb\rc\r\nd".getBytes(UTF_8));
    assertEquals(4, lines.lineCount());
    assertEquals(1, lines.line(1));
    assertEquals(2, lines.line(2));
    assertEquals(3, lines.line(4));
    assertEquals(3, lines.line(6));
    assertEquals(4, lines.line(7));
    assertEquals(new Span(4, 5), lines.lineSpan(3));
  }

  @Test
  void anEmptyTextHasOneLine() {
    LineIndex lines = LineIndex.of(new byte[0]);
    assertEquals(1, lines.lineCount());
    assertEquals(1, lines.line(0));
    assertEquals(1, lines.column(0));
  }

  @Test
  void columnsCountCodePoints() {
    byte[] text = "äö x".getBytes(UTF_8);
    assertEquals(4, LineIndex.of(text).column(5));
  }
}
