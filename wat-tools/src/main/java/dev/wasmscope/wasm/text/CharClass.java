package dev.wasmscope.wasm.text;

/** Classes of bytes that the lexer tells apart (§6.3.1, §6.3.2). */
final class CharClass {

  /** Part of identifiers, keywords and numbers. */
  static final byte ID = 1;

  static final byte SPACE = 2;

  /** Printable ASCII that only reserved tokens contain: {@code , ; [ ] { }}. */
  static final byte PUNCTUATION = 3;

  static final byte PARENTHESIS = 4;
  static final byte QUOTE = 5;
  static final byte CONTROL = 6;
  static final byte BEYOND_ASCII = 7;

  private static final byte[] CLASSES = new byte[256];

  static {
    for (int c = 0; c < 256; c++) {
      CLASSES[c] = classify(c);
    }
  }

  private CharClass() {}

  private static byte classify(int c) {
    if (c >= 0x80) {
      return BEYOND_ASCII;
    }
    return switch (c) {
      case ' ', '\t', '\n', '\r' -> SPACE;
      case '(', ')' -> PARENTHESIS;
      case '"' -> QUOTE;
      case ',', ';', '[', ']', '{', '}' -> PUNCTUATION;
      default -> c < 0x20 || c == 0x7F ? CONTROL : ID;
    };
  }

  static byte of(byte c) {
    return CLASSES[c & 0xFF];
  }

  static boolean isDigit(byte c) {
    return c >= '0' && c <= '9';
  }

  /** The value of a hexadecimal digit, or −1. */
  static int hexValue(byte c) {
    if (isDigit(c)) {
      return c - '0';
    }
    int lower = c | 0x20;
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
  }
}
