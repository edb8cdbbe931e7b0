package dev.wasmscope.engine.runtime;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The bytes of a linear memory: little-endian, without alignment. An access that is not within them
 * fails with {@link IndexOutOfBoundsException}, and nothing is written. As many as a {@link
 * ByteBuffer} can have are one: access to a {@link MemorySegment} goes through method handles, and
 * linking them takes longer than a small program runs.
 */
public final class MemoryBytes {

  /** No bytes at all. */
  public static final MemoryBytes NONE = new MemoryBytes(ByteBuffer.allocateDirect(0));

  private static final int OUTSIDE = -1;

  private final long size;

  /** All bytes, or null if they are too many. */
  private final ByteBuffer near;

  /** All bytes; null until somebody asks. */
  private MemorySegment segment;

  /** The bytes of a buffer, from its beginning to its limit. */
  public MemoryBytes(ByteBuffer bytes) {
    size = bytes.limit();
    near = bytes.slice(0, bytes.limit()).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** The bytes of a segment. */
  MemoryBytes(MemorySegment bytes) {
    size = bytes.byteSize();
    segment = bytes;
    near = size > Integer.MAX_VALUE ? null : bytes.asByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
  }

  /** How many they are. */
  public long size() {
    return size;
  }

  /** All of them, for whoever needs more than this class offers. */
  public MemorySegment segment() {
    MemorySegment all = segment;
    if (all == null) {
      all = MemorySegment.ofBuffer(near);
      segment = all;
    }
    return all;
  }

  /** The first {@code length}. */
  MemoryBytes first(long length) {
    if (length == size) {
      return this;
    }
    return near == null
        ? new MemoryBytes(segment.asSlice(0, length))
        : new MemoryBytes(near.slice(0, (int) length));
  }

  /** Reads 8 bits. */
  public byte get8(long address) {
    return near == null ? Far.get8(segment, address) : near.get(index(address));
  }

  /** Reads 16 bits. */
  public short get16(long address) {
    return near == null ? Far.get16(segment, address) : near.getShort(index(address));
  }

  /** Reads 32 bits. */
  public int get32(long address) {
    return near == null ? Far.get32(segment, address) : near.getInt(index(address));
  }

  /** Reads 64 bits. */
  public long get64(long address) {
    return near == null ? Far.get64(segment, address) : near.getLong(index(address));
  }

  /** Writes 8 bits. */
  public void put8(long address, byte value) {
    if (near == null) {
      Far.put8(segment, address, value);
    } else {
      near.put(index(address), value);
    }
  }

  /** Writes 16 bits. */
  public void put16(long address, short value) {
    if (near == null) {
      Far.put16(segment, address, value);
    } else {
      near.putShort(index(address), value);
    }
  }

  /** Writes 32 bits. */
  public void put32(long address, int value) {
    if (near == null) {
      Far.put32(segment, address, value);
    } else {
      near.putInt(index(address), value);
    }
  }

  /** Writes 64 bits. */
  public void put64(long address, long value) {
    if (near == null) {
      Far.put64(segment, address, value);
    } else {
      near.putLong(index(address), value);
    }
  }

  /** Reads as many bytes as {@code target} has. */
  public void get(long address, byte[] target) {
    if (near == null) {
      MemorySegment.copy(segment, ValueLayout.JAVA_BYTE, address, target, 0, target.length);
    } else {
      near.get(index(address), target);
    }
  }

  /** Writes {@code length} bytes of an array. */
  public void put(long address, byte[] source, int from, int length) {
    if (near == null) {
      MemorySegment.copy(source, from, segment, ValueLayout.JAVA_BYTE, address, length);
    } else {
      near.put(index(address), source, from, length);
    }
  }

  /** Writes all of {@code source}. */
  void put(long address, MemoryBytes source) {
    if (near == null || source.near == null) {
      MemorySegment.copy(source.segment(), 0, segment(), address, source.size);
    } else {
      near.put(index(address), source.near, 0, (int) source.size);
    }
  }

  /** Some of the bytes themselves. */
  public ByteBuffer slice(long address, int length) {
    return near == null
        ? segment.asSlice(address, length).asByteBuffer()
        : near.slice(index(address), length);
  }

  private static int index(long address) {
    return address == (int) address ? (int) address : OUTSIDE;
  }

  /** What is made only for memories that are too large for a buffer. */
  private static final class Far {
    private static final ValueLayout.OfShort I16 =
        ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfInt I32 =
        ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfLong I64 =
        ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private Far() {}

    static byte get8(MemorySegment all, long address) {
      return all.get(ValueLayout.JAVA_BYTE, address);
    }

    static short get16(MemorySegment all, long address) {
      return all.get(I16, address);
    }

    static int get32(MemorySegment all, long address) {
      return all.get(I32, address);
    }

    static long get64(MemorySegment all, long address) {
      return all.get(I64, address);
    }

    static void put8(MemorySegment all, long address, byte value) {
      all.set(ValueLayout.JAVA_BYTE, address, value);
    }

    static void put16(MemorySegment all, long address, short value) {
      all.set(I16, address, value);
    }

    static void put32(MemorySegment all, long address, int value) {
      all.set(I32, address, value);
    }

    static void put64(MemorySegment all, long address, long value) {
      all.set(I64, address, value);
    }
  }
}
