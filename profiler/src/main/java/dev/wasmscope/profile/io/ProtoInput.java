package dev.wasmscope.profile.io;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads the wire format of protocol buffers: fields of a message one after the other. Every problem
 * names the byte.
 */
final class ProtoInput {
  private static final int VARINT = 0;
  private static final int FIXED_64 = 1;
  private static final int BYTES = 2;
  private static final int FIXED_32 = 5;
  private static final int MOST_VARINT_BYTES = 10;

  private final ProfileSource source;
  private final byte[] bytes;
  private final int end;
  private int at;
  private int wireType;
  private long number;
  private int contentStart;
  private int contentEnd;

  ProtoInput(ProfileSource source, byte[] bytes) {
    this(source, bytes, 0, bytes.length);
  }

  private ProtoInput(ProfileSource source, byte[] bytes, int start, int end) {
    this.source = source;
    this.bytes = bytes;
    this.at = start;
    this.end = end;
  }

  ProfileReadException wrong(String problem) {
    return source.error("byte " + at, problem, JsonPlace.REMEDY);
  }

  /** The number of the next field, whose content is then at hand; 0 at the end of the message. */
  int next() throws ProfileReadException {
    if (at == end) {
      return 0;
    }
    long tag = varint();
    wireType = (int) tag & 7;
    switch (wireType) {
      case VARINT -> number = varint();
      case FIXED_64 -> skip(Long.BYTES);
      case BYTES -> skip(varint());
      case FIXED_32 -> skip(Integer.BYTES);
      default -> throw wrong("expected a field of a protocol buffer, found wire type " + wireType);
    }
    int field = (int) (tag >>> 3);
    if (field <= 0 || tag >>> 32 != 0) {
      throw wrong("expected a field of a protocol buffer, found number " + (tag >>> 3));
    }
    return field;
  }

  private void skip(long length) throws ProfileReadException {
    if (length < 0 || length > end - at) {
      throw wrong("expected " + Long.toUnsignedString(length) + " bytes, found " + (end - at));
    }
    contentStart = at;
    at += (int) length;
    contentEnd = at;
  }

  private long varint() throws ProfileReadException {
    long value = 0;
    for (int i = 0; i < MOST_VARINT_BYTES && at < end; i++) {
      byte next = bytes[at++];
      value |= (long) (next & 0x7f) << (7 * i);
      if (next >= 0) {
        return value;
      }
    }
    throw wrong("expected a number of at most 10 bytes, found the end of the message or more");
  }

  /** The field's number. */
  long number() throws ProfileReadException {
    if (wireType != VARINT) {
      throw wrong("expected a number, found wire type " + wireType);
    }
    return number;
  }

  /** The field's number as an index below {@code limit}. */
  int index(int limit) throws ProfileReadException {
    long index = number();
    if (index < 0 || index >= limit) {
      throw wrong("expected an index below " + limit + ", found " + index);
    }
    return (int) index;
  }

  /** The field's message. */
  ProtoInput message() throws ProfileReadException {
    content();
    return new ProtoInput(source, bytes, contentStart, contentEnd);
  }

  /** The field's text; what is not UTF-8 becomes U+FFFD. */
  String text() throws ProfileReadException {
    content();
    return new String(bytes, contentStart, contentEnd - contentStart, StandardCharsets.UTF_8);
  }

  private void content() throws ProfileReadException {
    if (wireType != BYTES) {
      throw wrong("expected a message or text, found wire type " + wireType);
    }
  }

  /** Adds the field's numbers: one, or a packed row of them. */
  void numbers(Numbers into) throws ProfileReadException {
    if (wireType == VARINT) {
      into.add(number);
      return;
    }
    ProtoInput packed = message();
    while (packed.at < packed.end) {
      into.add(packed.varint());
    }
  }

  /** A growing row of numbers. */
  static final class Numbers {
    private long[] values = new long[16];
    private int size;

    void add(long value) {
      if (size == values.length) {
        values = Arrays.copyOf(values, size * 2);
      }
      values[size++] = value;
    }

    long get(int index) {
      return values[index];
    }

    int size() {
      return size;
    }
  }
}
