package dev.wasmscope.wasm.text;

/** Tells whether characters form a number (§6.3.2 Integers, Floating-Point). */
final class NumberShape {

  private final byte[] bytes;
  private final int end;
  private int at;
  private boolean isFloat;

  private NumberShape(byte[] bytes, int start, int end) {
    this.bytes = bytes;
    this.at = start;
    this.end = end;
  }

  /** The kind of number that {@code [start, end)} is, or {@link TokenKind#RESERVED}. */
  static TokenKind of(byte[] bytes, int start, int end) {
    boolean signed = bytes[start] == '+' || bytes[start] == '-';
    var shape = new NumberShape(bytes, signed ? start + 1 : start, end);
    if (!shape.isNumber()) {
      return TokenKind.RESERVED;
    }
    if (shape.isFloat) {
      return TokenKind.FLOAT;
    }
    return signed ? TokenKind.INTEGER : TokenKind.NATURAL;
  }

  /** Whether {@code [start, end)} is {@code inf}, {@code nan} or {@code nan:0x…} without sign. */
  static boolean isSpecial(byte[] bytes, int start, int end) {
    var shape = new NumberShape(bytes, start, end);
    return shape.special() && shape.at == end;
  }

  private boolean isNumber() {
    if (special()) {
      isFloat = true;
    } else if (skip("0x")) {
      return digits(true) && fraction(true) && exponent('p') && at == end;
    } else {
      return digits(false) && fraction(false) && exponent('e') && at == end;
    }
    return at == end;
  }

  private boolean special() {
    if (skip("nan:0x")) {
      return digits(true);
    }
    return skip("inf") || skip("nan");
  }

  private boolean skip(String text) {
    if (end - at < text.length()) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (bytes[at + i] != text.charAt(i)) {
        return false;
      }
    }
    at += text.length();
    return true;
  }

  private boolean isDigit(boolean hex) {
    return at < end && (hex ? CharClass.hexValue(bytes[at]) >= 0 : CharClass.isDigit(bytes[at]));
  }

  /** Digits with single underscores between them. */
  private boolean digits(boolean hex) {
    if (!isDigit(hex)) {
      return false;
    }
    while (at < end) {
      at++;
      boolean underscore = at < end && bytes[at] == '_';
      if (underscore) {
        at++;
      }
      if (!isDigit(hex)) {
        return !underscore;
      }
    }
    return true;
  }

  private boolean fraction(boolean hex) {
    if (at < end && bytes[at] == '.') {
      isFloat = true;
      at++;
      return !isDigit(hex) || digits(hex);
    }
    return true;
  }

  private boolean exponent(char letter) {
    if (at < end && (bytes[at] | 0x20) == letter) {
      isFloat = true;
      at++;
      if (at < end && (bytes[at] == '+' || bytes[at] == '-')) {
        at++;
      }
      return digits(false);
    }
    return true;
  }
}
