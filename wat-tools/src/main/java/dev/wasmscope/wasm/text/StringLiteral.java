package dev.wasmscope.wasm.text;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The bytes that a string stands for (§6.3.3). */
public final class StringLiteral {

  private StringLiteral() {}

  /** The bytes that {@code text} stands for, quotes included; empty if it is no string. */
  public static Optional<byte[]> parse(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    boolean closed =
        text.startsWith("\"") && StringScanner.end(bytes, 0, bytes.length) == bytes.length;
    return closed && StringScanner.hasOnlyKnownEscapes(bytes, 0, bytes.length)
        ? Optional.of(decode(bytes, 0, bytes.length))
        : Optional.empty();
  }

  /** Appends the bytes of the string {@code [start, end)}, quotes included, to {@code out}. */
  static void decode(byte[] bytes, int start, int end, ByteArrayOutputStream out) {
    int at = start + 1;
    while (at < end - 1) {
      if (bytes[at] != '\\') {
        int from = at;
        while (at < end - 1 && bytes[at] != '\\') {
          at++;
        }
        out.write(bytes, from, at - from);
        continue;
      }
      int length = StringScanner.escapeLength(bytes, at, end - 1);
      escape(bytes, at, length, out);
      at += Math.max(1, length);
    }
  }

  /** The bytes of the string {@code [start, end)}, quotes included. */
  static byte[] decode(byte[] bytes, int start, int end) {
    var out = new ByteArrayOutputStream(end - start);
    decode(bytes, start, end, out);
    return out.toByteArray();
  }

  private static void escape(byte[] bytes, int at, int length, ByteArrayOutputStream out) {
    byte c = bytes[length == 0 ? at : at + 1];
    switch (c) {
      case 't' -> out.write('\t');
      case 'n' -> out.write('\n');
      case 'r' -> out.write('\r');
      case '"', '\'', '\\' -> out.write(c);
      case 'u' -> {
        int codePoint = StringScanner.codePoint(bytes, at + 3, at + length - 1);
        out.writeBytes(Character.toString(codePoint).getBytes(StandardCharsets.UTF_8));
      }
      default -> out.write(CharClass.hexValue(c) << 4 | CharClass.hexValue(bytes[at + 2]));
    }
  }
}
