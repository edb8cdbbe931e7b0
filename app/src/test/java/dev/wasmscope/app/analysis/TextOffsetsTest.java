package dev.wasmscope.app.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TextOffsetsTest {
  @Test
  void bytesAndCharactersAgreeAtEveryCodePoint() {
    String text = "a\u00e9\u03c3\u20ac\ud83d\ude00z\nü";
    TextOffsets offsets = TextOffsets.of(text);
    for (int i = 0; i <= text.length(); i++) {
      if (i > 0 && i < text.length() && Character.isLowSurrogate(text.charAt(i))) {
        continue;
      }
      int bytes = text.substring(0, i).getBytes(StandardCharsets.UTF_8).length;
      assertEquals(bytes, offsets.toByte(i), "byte of " + i);
      assertEquals(i, offsets.toChar(bytes), "character of " + bytes);
    }
  }

  @Test
  void linesAndColumnsCountFromZero() {
    TextOffsets offsets = TextOffsets.of("ab\n\ncd");
    assertEquals(3, offsets.lineCount());
    assertEquals(0, offsets.line(2));
    assertEquals(1, offsets.line(3));
    assertEquals(2, offsets.line(5));
    assertEquals(1, offsets.column(5));
    assertEquals(4, offsets.lineStart(2));
    assertEquals(6, offsets.lineStart(9));
  }

  @Test
  void offsetsOutsideAreKeptInside() {
    TextOffsets offsets = TextOffsets.of("é");
    assertEquals(1, offsets.toChar(99));
    assertEquals(2, offsets.toByte(99));
  }
}
