package dev.wasmscope.wasm.text;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;

/** Collects a text in UTF-8. */
final class TextBuilder {

  /**
   * Compilers nest a block for every arm of a large {@code br_table}; indenting thousands of them
   * makes the text of a 14 MB module 1.9 GB long.
   */
  private static final int DEEPEST = 40;

  private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

  private static final int SMALL = 64;
  private static final int BLOCK = 1 << 16;

  /** Blocks that were filled, in their order. */
  private final List<byte[]> full = new ArrayList<>();

  /** Blocks that may be filled next; builders of one text may share them. */
  private final Queue<byte[]> free;

  /** Where full blocks go at once, or null. */
  private final OutputStream stream;

  private byte[] block = {};
  private int used;

  private TextBuilder(Queue<byte[]> free, OutputStream stream) {
    this.free = free;
    this.stream = stream;
  }

  /** Collects a text of any length. */
  TextBuilder() {
    this(new ArrayDeque<>(), null);
  }

  /**
   * Collects a text in blocks that it takes from {@code free} and gives back when it is written.
   */
  TextBuilder(Queue<byte[]> free) {
    this(free, null);
  }

  /**
   * Writes a text of which only the last part is in memory; {@link #flush} writes that. What the
   * stream throws comes as {@link UncheckedIOException}.
   */
  static TextBuilder streaming(OutputStream stream) {
    return new TextBuilder(new ArrayDeque<>(), stream);
  }

  int size() {
    return Math.addExact(Math.multiplyExact(full.size(), BLOCK), used);
  }

  byte[] toBytes() {
    byte[] all = new byte[size()];
    for (int i = 0; i < full.size(); i++) {
      System.arraycopy(full.get(i), 0, all, i * BLOCK, BLOCK);
    }
    System.arraycopy(block, 0, all, full.size() * BLOCK, used);
    return all;
  }

  /** Writes what was collected and starts over. */
  void flush(OutputStream to) throws IOException {
    for (byte[] filled : full) {
      to.write(filled);
    }
    to.write(block, 0, used);
    clear();
    if (block.length == BLOCK) {
      free.add(block);
    }
    block = new byte[0];
  }

  void clear() {
    free.addAll(full);
    full.clear();
    used = 0;
  }

  private void put(byte b) {
    if (used == block.length) {
      more();
    }
    block[used++] = b;
  }

  /** Makes room behind a full block. Short texts stay in a small one. */
  private void more() {
    if (0 < used && used < BLOCK) {
      block = Arrays.copyOf(block, Math.min(BLOCK, 4 * used));
      return;
    }
    if (used == BLOCK) {
      put(block);
    }
    byte[] next = free.poll();
    block = next != null ? next : new byte[full.isEmpty() ? SMALL : BLOCK];
    used = 0;
  }

  private void put(byte[] filled) {
    if (stream == null) {
      full.add(filled);
      return;
    }
    try {
      stream.write(filled);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    free.add(filled);
  }

  TextBuilder add(char ascii) {
    put((byte) ascii);
    return this;
  }

  TextBuilder add(String text) {
    int at = 0;
    while (at < text.length()) {
      if (used == block.length) {
        more();
      }
      int end = Math.min(text.length(), at + block.length - used);
      int to = used;
      for (; at < end && text.charAt(at) < 0x80; at++) {
        block[to++] = (byte) text.charAt(at);
      }
      used = to;
      if (at < end) {
        for (byte b : text.substring(at).getBytes(StandardCharsets.UTF_8)) {
          put(b);
        }
        return this;
      }
    }
    return this;
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
    put(HEX[value >>> 4 & 0xF]);
    put(HEX[value & 0xF]);
    return this;
  }

  TextBuilder spaces(int count) {
    int left = count;
    while (left > 0) {
      if (used == block.length) {
        more();
      }
      int some = Math.min(left, block.length - used);
      Arrays.fill(block, used, used + some, (byte) ' ');
      used += some;
      left -= some;
    }
    return this;
  }

  /** A line end, then {@code depth} steps of indentation, as far as that helps a reader. */
  TextBuilder newLine(int depth) {
    return add('\n').spaces(2 * Math.min(depth, DEEPEST));
  }
}
