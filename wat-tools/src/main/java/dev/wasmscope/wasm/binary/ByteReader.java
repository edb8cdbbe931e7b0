package dev.wasmscope.wasm.binary;

import dev.wasmscope.wasm.module.ByteSlice;
import dev.wasmscope.wasm.source.Diagnostic;
import dev.wasmscope.wasm.source.DiagnosticCode;
import dev.wasmscope.wasm.source.DiagnosticException;
import dev.wasmscope.wasm.source.Severity;
import dev.wasmscope.wasm.source.Span;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A cursor over bytes that reads the values of the binary format (§5.2). Positions and spans of
 * errors are offsets into the array. Everything malformed ends in a {@link DiagnosticException}.
 */
public final class ByteReader {

  private final byte[] bytes;
  private final int limit;
  private int position;

  /** Reads {@code slice} from its start and never beyond its end. */
  public ByteReader(ByteSlice slice) {
    this(slice.array(), slice.offset(), slice.end());
  }

  ByteReader(byte[] bytes, int position, int limit) {
    this.bytes = bytes;
    this.position = position;
    this.limit = limit;
  }

  /** Offset in the array of the byte that is read next. */
  public int position() {
    return position;
  }

  /** Offset in the array after the last byte that may be read. */
  public int limit() {
    return limit;
  }

  /** Goes on reading at {@code offset}, an offset in the array up to {@link #limit}. */
  public void seek(int offset) {
    position = offset;
  }

  /** Number of bytes left. */
  public int remaining() {
    return limit - position;
  }

  public boolean atEnd() {
    return position >= limit;
  }

  /** The next byte, unsigned, without reading it; −1 at the end. */
  public int peek() {
    return position < limit ? bytes[position] & 0xFF : -1;
  }

  /** The next byte, unsigned. */
  public int u8() {
    if (position >= limit) {
      throw unexpectedEnd();
    }
    return bytes[position++] & 0xFF;
  }

  /** An unsigned LEB128 number of 32 bits, as the int with these bits. */
  public int u32() {
    if (position < limit) {
      int b = bytes[position];
      if (b >= 0) {
        position++;
        return b;
      }
    }
    return (int) unsigned(32);
  }

  /** An unsigned LEB128 number of 64 bits. */
  public long u64() {
    if (position < limit) {
      int b = bytes[position];
      if (b >= 0) {
        position++;
        return b;
      }
    }
    return unsigned(64);
  }

  /** A signed LEB128 number of 32 bits. */
  public int s32() {
    return (int) signed(32);
  }

  /** A signed LEB128 number of 33 bits: a type index, or a negative code. */
  public long s33() {
    return signed(33);
  }

  /** A signed LEB128 number of 64 bits. */
  public long s64() {
    return signed(64);
  }

  private long unsigned(int width) {
    int start = position;
    long result = 0;
    for (int shift = 0; shift < width; shift += 7) {
      int b = u8();
      int left = width - shift;
      if (left < 7 && (b & 0x7F) >>> left != 0) {
        throw error(DiagnosticCode.INTEGER_TOO_LARGE, start, widthDetail(width));
      }
      result |= (long) (b & 0x7F) << shift;
      if (b < 0x80) {
        return result;
      }
    }
    throw error(DiagnosticCode.INTEGER_TOO_LONG, start, widthDetail(width));
  }

  private long signed(int width) {
    int start = position;
    long result = 0;
    for (int shift = 0; shift < width; shift += 7) {
      int b = u8();
      int left = width - shift;
      if (left < 7 && !isSignExtended(b, left)) {
        throw error(DiagnosticCode.INTEGER_TOO_LARGE, start, widthDetail(width));
      }
      result |= (long) (b & 0x7F) << shift;
      if (b < 0x80) {
        int unused = Math.max(0, 64 - 7 - shift);
        return result << unused >> unused;
      }
    }
    throw error(DiagnosticCode.INTEGER_TOO_LONG, start, widthDetail(width));
  }

  private static boolean isSignExtended(int b, int bits) {
    int mask = -1 << (bits - 1) & 0x7F;
    return (b & mask) == 0 || (b & mask) == mask;
  }

  private static String widthDetail(int width) {
    return "a number of " + width + " bits in LEB128 was expected";
  }

  /** Four bytes, little-endian. */
  public int i32() {
    return (int) little(4);
  }

  /** Eight bytes, little-endian. */
  public long i64() {
    return little(8);
  }

  private long little(int size) {
    if (remaining() < size) {
      throw unexpectedEnd();
    }
    long result = 0;
    for (int i = 0; i < size; i++) {
      result |= (bytes[position + i] & 0xFFL) << (8 * i);
    }
    position += size;
    return result;
  }

  /**
   * A length, which cannot exceed the number of bytes left: every element of a vector takes at
   * least one. As in the specification's interpreter the length's own bytes count as left, so that
   * a vector that lacks a single byte is one that ends too early.
   */
  public int length() {
    int start = position;
    int length = u32();
    if (Integer.compareUnsigned(length, limit - start) > 0) {
      throw error(
          DiagnosticCode.LENGTH_OUT_OF_BOUNDS,
          start,
          Integer.toUnsignedString(length) + " with " + remaining() + " bytes left");
    }
    return length;
  }

  /** The next {@code length} bytes as a slice of the array. */
  public ByteSlice slice(int length) {
    if (length < 0 || length > remaining()) {
      throw unexpectedEnd();
    }
    position += length;
    return new ByteSlice(bytes, position - length, length);
  }

  /** A vector of bytes. */
  public ByteSlice byteVector() {
    return slice(length());
  }

  /** A name (§5.2.4): a vector of bytes in UTF-8. */
  public String name() {
    ByteSlice text = byteVector();
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes, text.offset(), text.length()))
          .toString();
    } catch (CharacterCodingException _) {
      throw error(DiagnosticCode.UTF8, text.offset(), "");
    }
  }

  /** Everything from where the cursor stands to the limit, without reading it. */
  public ByteSlice rest() {
    return new ByteSlice(bytes, position, limit - position);
  }

  /** The array behind, from {@code start} up to where the cursor stands. */
  public ByteSlice since(int start) {
    return new ByteSlice(bytes, start, position - start);
  }

  /** The error that there is nothing left to read. */
  public DiagnosticException unexpectedEnd() {
    return named(DiagnosticCode.UNEXPECTED_END, limit, "of section or function");
  }

  /** An error from {@code start} up to where the cursor stands, with details after a colon. */
  public DiagnosticException error(DiagnosticCode code, int start, String detail) {
    return new DiagnosticException(Diagnostic.error(code, spanSince(start), detail));
  }

  /** An error whose wording goes on with {@code words}, as in "illegal opcode ff". */
  public DiagnosticException named(DiagnosticCode code, int start, String words) {
    String message = code.wording() + " " + words;
    return new DiagnosticException(
        new Diagnostic(code, Severity.ERROR, spanSince(start), message, "", List.of()));
  }

  private Span spanSince(int start) {
    return new Span(start, Math.max(start, position));
  }
}
