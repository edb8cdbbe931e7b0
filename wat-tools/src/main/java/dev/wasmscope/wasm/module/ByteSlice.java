package dev.wasmscope.wasm.module;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * A part of an array of bytes that nobody changes: a function body, a constant expression, the
 * contents of a segment. Equal when the bytes are.
 *
 * @param array the bytes, shared with other slices
 * @param offset where this slice starts in {@code array}; in a module read from a file, the file's
 *     own offset
 * @param length bytes in this slice
 */
@SuppressWarnings("ArrayRecordComponent") // equality is by content, below
public record ByteSlice(byte[] array, int offset, int length) {

  public static final ByteSlice EMPTY = new ByteSlice(new byte[0], 0, 0);

  public ByteSlice {
    if (offset < 0 || length < 0 || offset > array.length - length) {
      throw new IllegalArgumentException(offset + " + " + length + " of " + array.length);
    }
  }

  /** A whole array; it must not change afterwards. */
  public static ByteSlice of(byte... bytes) {
    return new ByteSlice(bytes, 0, bytes.length);
  }

  /** Offset in {@link #array} after the last byte. */
  public int end() {
    return offset + length;
  }

  /** The byte at {@code index} of this slice, signed. */
  public byte get(int index) {
    return array[offset + index];
  }

  /** A copy of the bytes. */
  public byte[] toBytes() {
    return Arrays.copyOfRange(array, offset, end());
  }

  /** A read-only view, little-endian. */
  public ByteBuffer buffer() {
    return ByteBuffer.wrap(array, offset, length)
        .slice()
        .asReadOnlyBuffer()
        .order(ByteOrder.LITTLE_ENDIAN);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ByteSlice slice
        && Arrays.equals(array, offset, end(), slice.array, slice.offset, slice.end());
  }

  @Override
  public int hashCode() {
    return buffer().hashCode();
  }

  @Override
  public String toString() {
    int shown = Math.min(length, 32);
    return HexFormat.of().formatHex(array, offset, offset + shown) + (shown < length ? "…" : "");
  }
}
