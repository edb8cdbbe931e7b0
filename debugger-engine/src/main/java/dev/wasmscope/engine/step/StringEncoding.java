package dev.wasmscope.engine.step;

import dev.wasmscope.engine.trap.Trap;
import dev.wasmscope.engine.trap.TrapReason;
import java.io.ByteArrayOutputStream;

/**
 * How strings become bytes (reference-typed strings proposal). Strings are sequences of 16-bit
 * units, in which surrogates may stand alone.
 */
enum StringEncoding {
  /** Isolated surrogates trap. */
  UTF8,
  /** Isolated surrogates and malformed bytes become U+FFFD. */
  LOSSY_UTF8,
  /** Isolated surrogates are encoded like other code points. */
  WTF8,
  /** Units of two bytes, little-endian. */
  WTF16;

  private static final int REPLACEMENT = 0xfffd;

  /** Bytes of a unit. */
  int unit() {
    return this == WTF16 ? 2 : 1;
  }

  /** The string that {@code bytes} encode. */
  String decode(byte[] bytes) {
    StringBuilder text = new StringBuilder(bytes.length);
    if (this == WTF16) {
      for (int i = 0; i < bytes.length; i += 2) {
        text.append((char) ((bytes[i] & 0xff) | ((bytes[i + 1] & 0xff) << Byte.SIZE)));
      }
      return text.toString();
    }
    for (int i = 0; i < bytes.length; ) {
      int length = sequenceLength(bytes, i);
      if (length == 0) {
        if (this != LOSSY_UTF8) {
          throw new Trap(TrapReason.INVALID_STRING, "at byte " + i);
        }
        text.append((char) REPLACEMENT);
        i++;
      } else {
        text.appendCodePoint(codePoint(bytes, i, length));
        i += length;
      }
    }
    return text.toString();
  }

  /** Bytes of the well-formed sequence at {@code i}, or 0 if there is none. */
  private int sequenceLength(byte[] bytes, int i) {
    int first = bytes[i] & 0xff;
    int length = first < 0x80 ? 1 : first < 0xc2 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
    if (first > 0xf4 || i + length > bytes.length) {
      return 0;
    }
    for (int k = 1; k < length; k++) {
      if ((bytes[i + k] & 0xc0) != 0x80) {
        return 0;
      }
    }
    return length < 3 || isAllowed(codePoint(bytes, i, length), length) ? length : 0;
  }

  private boolean isAllowed(int codePoint, int length) {
    boolean shortest = codePoint >= (length == 3 ? 0x800 : 0x10000);
    boolean surrogate =
        codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    return shortest && codePoint <= Character.MAX_CODE_POINT && (!surrogate || this == WTF8);
  }

  private static int codePoint(byte[] bytes, int i, int length) {
    if (length == 1) {
      return bytes[i];
    }
    int value = bytes[i] & (0xff >> (length + 1));
    for (int k = 1; k < length; k++) {
      value = (value << 6) | (bytes[i + k] & 0x3f);
    }
    return value;
  }

  /** The bytes of {@code text}. */
  byte[] encode(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
    if (this == WTF16) {
      for (int i = 0; i < text.length(); i++) {
        bytes.write(text.charAt(i));
        bytes.write(text.charAt(i) >>> Byte.SIZE);
      }
    } else {
      text.codePoints().forEach(c -> write(bytes, allowed(c)));
    }
    return bytes.toByteArray();
  }

  private int allowed(int codePoint) {
    boolean isolated = codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    if (!isolated || this == WTF8) {
      return codePoint;
    }
    if (this == LOSSY_UTF8) {
      return REPLACEMENT;
    }
    throw new Trap(TrapReason.INVALID_STRING, "an isolated surrogate");
  }

  private static void write(ByteArrayOutputStream bytes, int codePoint) {
    if (codePoint < 0x80) {
      bytes.write(codePoint);
      return;
    }
    int length = codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
    int lead = (0xf0 << (4 - length)) & 0xff;
    bytes.write(lead | (codePoint >> (6 * (length - 1))));
    for (int k = length - 2; k >= 0; k--) {
      bytes.write(0x80 | ((codePoint >> (6 * k)) & 0x3f));
    }
  }

  /** Whether no surrogate in {@code text} stands alone. */
  static boolean isUsvSequence(String text) {
    return text.codePoints()
        .noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
  }
}
