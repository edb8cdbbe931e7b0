package dev.wasmscope.wasm.text;

/** Finds the ends of strings (§6.3.3). */
final class StringScanner {

  /** The string reaches the end of its line. */
  static final int UNCLOSED = -1;

  /** A control character stands in the string. */
  static final int CONTROL = -2;

  private StringScanner() {}

  /**
   * The offset behind the closing quote of the string that starts at {@code start}, or {@link
   * #UNCLOSED} or {@link #CONTROL}.
   */
  static int end(byte[] bytes, int start, int limit) {
    boolean control = false;
    int at = start + 1;
    while (at < limit) {
      byte c = bytes[at];
      if (c == '"') {
        return control ? CONTROL : at + 1;
      }
      if (c == '\n' || c == '\r') {
        return UNCLOSED;
      }
      if (c == '\\' && at + 1 < limit && bytes[at + 1] != '\n' && bytes[at + 1] != '\r') {
        at++;
      } else if ((c >= 0 && c < ' ') || c == 0x7F) {
        control = true;
      }
      at++;
    }
    return UNCLOSED;
  }

  /**
   * Where a faulty string that starts at {@code start} ends: at its closing quote or its line's.
   */
  static int lineEnd(byte[] bytes, int start, int limit) {
    int at = start + 1;
    while (at < limit && bytes[at] != '\n' && bytes[at] != '\r') {
      if (bytes[at] == '"') {
        return at + 1;
      }
      at += bytes[at] == '\\' && at + 1 < limit && bytes[at + 1] == '"' ? 2 : 1;
    }
    return at;
  }

  /** Whether each backslash of the closed string {@code [start, end)} begins a known sequence. */
  static boolean hasOnlyKnownEscapes(byte[] bytes, int start, int end) {
    int at = start + 1;
    while (at < end - 1) {
      int length = bytes[at] == '\\' ? escapeLength(bytes, at, end - 1) : 1;
      if (length == 0) {
        return false;
      }
      at += length;
    }
    return true;
  }

  /** Bytes of the sequence at the backslash {@code at}, or 0 where it means nothing. */
  static int escapeLength(byte[] bytes, int at, int limit) {
    if (at + 1 >= limit) {
      return 0;
    }
    byte c = bytes[at + 1];
    return switch (c) {
      case 't', 'n', 'r', '"', '\'', '\\' -> 2;
      case 'u' -> unicodeLength(bytes, at, limit);
      default -> {
        boolean hex =
            CharClass.hexValue(c) >= 0 && at + 2 < limit && CharClass.hexValue(bytes[at + 2]) >= 0;
        yield hex ? 3 : 0;
      }
    };
  }

  private static int unicodeLength(byte[] bytes, int at, int limit) {
    int close = at + 3;
    while (close < limit && bytes[close] != '}') {
      close++;
    }
    if (close >= limit || bytes[at + 2] != '{') {
      return 0;
    }
    int codePoint = codePoint(bytes, at + 3, close);
    boolean scalar = codePoint >= 0 && (codePoint < 0xD800 || codePoint > 0xDFFF);
    return scalar ? close + 1 - at : 0;
  }

  /** The hexadecimal number {@code [from, to)} with underscores between digits, or −1. */
  static int codePoint(byte[] bytes, int from, int to) {
    int value = -1;
    for (int i = from; i < to; i++) {
      if (bytes[i] == '_' && i > from && i + 1 < to && bytes[i - 1] != '_') {
        continue;
      }
      int digit = CharClass.hexValue(bytes[i]);
      value = Math.max(value, 0) * 16 + digit;
      if (digit < 0 || value > Character.MAX_CODE_POINT) {
        return -1;
      }
    }
    return value;
  }
}
