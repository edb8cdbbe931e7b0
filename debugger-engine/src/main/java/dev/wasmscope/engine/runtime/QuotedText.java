package dev.wasmscope.engine.runtime;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Strings in quotes, with the escapes of the text format (§6.3.3). */
public final class QuotedText {

  private QuotedText() {}

  /** {@code string} in quotes; characters beyond ASCII stand as they are if they can be seen. */
  public static String quote(String string) {
    StringBuilder text = new StringBuilder("\"");
    string.codePoints().forEach(c -> escape(c, text));
    return text.append('"').toString();
  }

  private static void escape(int c, StringBuilder text) {
    switch (c) {
      case '"' -> text.append("\\\"");
      case '\\' -> text.append("\\\\");
      case '\n' -> text.append("\\n");
      case '\t' -> text.append("\\t");
      case '\r' -> text.append("\\r");
      default -> {
        if (isVisible(c)) {
          text.appendCodePoint(c);
        } else {
          text.append("\\u{").append(Integer.toHexString(c)).append('}');
        }
      }
    }
  }

  private static boolean isVisible(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }

  /**
   * The string that {@code text}, quotes included, stands for.
   *
   * @throws IllegalArgumentException with a sentence if it is not closed, has an escape that does
   *     not exist, or bytes that are not UTF-8
   */
  public static String unquote(String text) {
    int end = text.length() - 1;
    if (end < 1 || text.charAt(0) != '"' || text.charAt(end) != '"') {
      throw new IllegalArgumentException("a string must end with a quote: " + text);
    }
    var bytes = new ByteArrayOutputStream();
    int at = 1;
    while (at < end) {
      at = text.charAt(at) == '\\' ? unescape(text, at + 1, end, bytes) : plain(text, at, bytes);
    }
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes.toByteArray()))
          .toString();
    } catch (CharacterCodingException _) {
      throw new IllegalArgumentException("the bytes of the string are not UTF-8: " + text);
    }
  }

  /** Where the string that begins at {@code start} ends: behind its quote, or with the text. */
  public static int end(String text, int start) {
    int at = start + 1;
    while (at < text.length() && text.charAt(at) != '"') {
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
    return Math.min(at + 1, text.length());
  }

  private static int plain(String text, int at, ByteArrayOutputStream bytes) {
    int c = text.codePointAt(at);
    if (c == '"') {
      throw new IllegalArgumentException("a quote within a string is written \\\": " + text);
    }
    bytes.writeBytes(Character.toString(c).getBytes(StandardCharsets.UTF_8));
    return at + Character.charCount(c);
  }

  /** Appends what the escape at {@code at}, behind its backslash, means; where it ends. */
  private static int unescape(String text, int at, int end, ByteArrayOutputStream bytes) {
    char c = text.charAt(at);
    String rest = text.substring(at, end);
    int simple = "tnr\"'\\".indexOf(c);
    if (simple >= 0 && at < end) {
      bytes.write("\t\n\r\"'\\".charAt(simple));
      return at + 1;
    } else if (rest.matches("(?s)u\\{[0-9a-fA-F]{1,6}\\}.*")) {
      int close = rest.indexOf('}');
      bytes.writeBytes(codePoint(text, rest.substring(2, close)).getBytes(StandardCharsets.UTF_8));
      return at + close + 1;
    } else if (rest.matches("(?s)[0-9a-fA-F]{2}.*")) {
      bytes.write(Integer.parseInt(rest.substring(0, 2), 16));
      return at + 2;
    }
    throw new IllegalArgumentException(
        "an escape is \\t, \\n, \\r, \\\", \\\\, \\u{…} or a byte as in \\c3: " + text);
  }

  private static String codePoint(String text, String hex) {
    int c = Integer.parseInt(hex, 16);
    boolean isScalar = Character.isValidCodePoint(c) && (c < 0xd800 || c > 0xdfff);
    if (!isScalar) {
      throw new IllegalArgumentException("\\u{" + hex + "} is no character: " + text);
    }
    return Character.toString(c);
  }
}
