package dev.wasmscope.engine.jit;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/**
 * Little-endian, unaligned reading and writing at machine addresses whose bounds have been checked.
 * {@link RawAccess} does the same faster where it may.
 */
public final class SegmentAccess {

  private static final ValueLayout.OfShort I16 =
      ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfInt I32 =
      ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfLong I64 =
      ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  @SuppressWarnings("restricted") // addresses come from memories and are within them
  private static final MemorySegment ALL = MemorySegment.NULL.reinterpret(Long.MAX_VALUE);

  private SegmentAccess() {}

  public static byte read8(long address) {
    return ALL.get(ValueLayout.JAVA_BYTE, address);
  }

  public static short read16(long address) {
    return ALL.get(I16, address);
  }

  public static int read32(long address) {
    return ALL.get(I32, address);
  }

  public static long read64(long address) {
    return ALL.get(I64, address);
  }

  public static void write8(long address, byte value) {
    ALL.set(ValueLayout.JAVA_BYTE, address, value);
  }

  public static void write16(long address, short value) {
    ALL.set(I16, address, value);
  }

  public static void write32(long address, int value) {
    ALL.set(I32, address, value);
  }

  public static void write64(long address, long value) {
    ALL.set(I64, address, value);
  }
}
