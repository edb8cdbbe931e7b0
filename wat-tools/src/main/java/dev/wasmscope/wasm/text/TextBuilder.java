package dev.wasmscope.wasm.text;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Collects a text in UTF-8. */
final class TextBuilder {

  /**
   * Compilers nest a block for every arm of a large {@code br_table}; indenting thousands of them
   * makes the text of a 14 MB module 1.9 GB long.
   */
  private static final int DEEPEST = 40;

  private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

  private byte[] bytes;
  private int size;

  TextBuilder(int capacity) {
    bytes = new byte[Math.max(64, capacity)];
  }

  int size() {
    return size;
  }

  byte[] toBytes() {
    return Arrays.copyOf(bytes, size);
  }

  void clear() {
    size = 0;
  }

  private void room(int more) {
    if (bytes.length - size < more) {
      long doubled = Math.min(2L * bytes.length, Integer.MAX_VALUE - 16);
      bytes = Arrays.copyOf(bytes, Math.max((int) doubled, Math.addExact(size, more)));
    }
  }

  TextBuilder add(char ascii) {
    if (size == bytes.length) {
      room(1);
    }
    bytes[size++] = (byte) ascii;
    return this;
  }

  TextBuilder add(String text) {
    room(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0x80) {
        addBytes(text.substring(i).getBytes(StandardCharsets.UTF_8));
        return this;
      }
      bytes[size++] = (byte) c;
    }
    return this;
  }

  private void addBytes(byte[] more) {
    room(more.length);
    System.arraycopy(more, 0, bytes, size, more.length);
    size += more.length;
  }

  /** An unsigned number of 32 bits, in decimal. */
  TextBuilder unsigned(int number) {
    if (number >= 0 && number < 10) {
      return add((char) ('0' + number));
    }
    return add(Integer.toUnsignedString(number));
  }

  /** Two hexadecimal digits. */
  TextBuilder hexByte(int value) {
    room(2);
    bytes[size++] = HEX[value >>> 4 & 0xF];
    bytes[size++] = HEX[value & 0xF];
    return this;
  }

  TextBuilder spaces(int count) {
    room(count);
    Arrays.fill(bytes, size, size + count, (byte) ' ');
    size += count;
    return this;
  }

  /** A line end, then {@code depth} steps of indentation, as far as that helps a reader. */
  TextBuilder newLine(int depth) {
    return add('\n').spaces(2 * Math.min(depth, DEEPEST));
  }
}
