package dev.wasmscope.wasm.text;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StringLiteralTest {

  @Test
  void escapesStandForBytes() {
    assertArrayEquals(
        "a\n\"\u00e9\0".getBytes(StandardCharsets.UTF_8),
        StringLiteral.parse("\"a\\n\\\"\\u{e9}\\00\"").orElseThrow());
    assertArrayEquals(new byte[] {(byte) 0xff}, StringLiteral.parse("\"\\ff\"").orElseThrow());
    assertArrayEquals(new byte[0], StringLiteral.parse("\"\"").orElseThrow());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "a", "\"", "\"a", "\"a\" b", "\"\\q\"", "\"\\0\"", "\"\\\"", "\"a\nb\""})
  void whatIsNoStringHasNoBytes(String text) {
    assertEquals(Optional.empty(), StringLiteral.parse(text));
  }
}
