package dev.wasmscope.app.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextLinesTest {
  @Test
  void linesAreThoseBetweenLineEnds() {
    assertEquals(List.of("a", "", "bc", ""), TextLines.of("a\n\nbc\n"));
    assertEquals(List.of(""), TextLines.of(""));
  }

  @Test
  void charactersLeadToTheirLine() {
    TextLines lines = TextLines.of("a\n\nbc");
    assertEquals(0, lines.lineOf(1));
    assertEquals(1, lines.lineOf(2));
    assertEquals(2, lines.lineOf(4));
    assertEquals(3, lines.start(2));
  }

  @Test
  void aMillionLinesAreIndexed() {
    TextLines lines = TextLines.of("x\n".repeat(1_000_000));
    assertEquals(1_000_001, lines.size());
    assertEquals("x", lines.get(999_999));
  }
}
