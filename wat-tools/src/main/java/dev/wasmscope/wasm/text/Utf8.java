package dev.wasmscope.wasm.text;

/** Well-formedness of UTF-8 (§5.2.4). */
final class Utf8 {

  private Utf8() {}

  /** Bytes of the character that starts at {@code at}, or 0 where none does. */
  static int sequenceLength(byte[] bytes, int at, int limit) {
    int first = bytes[at] & 0xFF;
    if (first < 0x80) {
      return 1;
    }
    int length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
    if (first < 0xC2 || first > 0xF4 || at + length > limit) {
      return 0;
    }
    int second = bytes[at + 1] & 0xFF;
    int low = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
    int high = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
    if (second < low || second > high) {
      return 0;
    }
    for (int i = 2; i < length; i++) {
      if ((bytes[at + i] & 0xC0) != 0x80) {
        return 0;
      }
    }
    return length;
  }

  /** Whether {@code [start, end)} is well-formed. */
  static boolean isWellFormed(byte[] bytes, int start, int end) {
    int at = start;
    while (at < end) {
      int length = sequenceLength(bytes, at, end);
      if (length == 0) {
        return false;
      }
      at += length;
    }
    return true;
  }
}
