package dev.wasmscope.engine.wasi.abi;

import dev.wasmscope.engine.runtime.MemoryRange;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * The buffers of one scattered read or gathered write, as the program lists them: pairs of address
 * and length.
 */
public final class IoVectors {
  private static final int ENTRY = 8;
  private static final int MOST_ENTRIES = 1024;
  // What one call moves at most: Java's buffers end at 2³¹ bytes, and fewer is always allowed.
  private static final int MOST_BYTES = 1 << 30;

  private final GuestMemory memory;
  private final List<MemoryRange> ranges;

  private IoVectors(GuestMemory memory, List<MemoryRange> ranges) {
    this.memory = memory;
    this.ranges = ranges;
  }

  /** What reads into buffers or writes from them; the number of bytes, negative at the end. */
  @FunctionalInterface
  public interface Transfer {
    /** Moves as many bytes as it can. */
    long move(ByteBuffer[] buffers) throws IOException;
  }

  /**
   * Reads the list. FAULT if the list or one of the buffers is not in the memory; INVAL if there
   * are more than 1,024 entries or more than 2³² bytes.
   */
  public static IoVectors of(GuestMemory memory, long address, long count) throws ErrnoException {
    memory.check(address, count * ENTRY);
    if (count > MOST_ENTRIES) {
      throw new ErrnoException(Errno.INVAL);
    }
    List<MemoryRange> ranges = new ArrayList<>((int) count);
    long total = 0;
    for (long i = 0; i < count; i++) {
      long entry = address + i * ENTRY;
      MemoryRange range = new MemoryRange(memory.u32(entry), memory.u32(entry + 4));
      memory.check(range.address(), range.length());
      total += range.length();
      ranges.add(range);
    }
    if (total > 0xffff_ffffL) {
      throw new ErrnoException(Errno.INVAL);
    }
    return new IoVectors(memory, limit(ranges));
  }

  private static List<MemoryRange> limit(List<MemoryRange> ranges) {
    List<MemoryRange> limited = new ArrayList<>(ranges.size());
    long left = MOST_BYTES;
    for (MemoryRange range : ranges) {
      long length = Math.min(left, range.length());
      if (length > 0) {
        limited.add(new MemoryRange(range.address(), length));
      }
      left -= length;
    }
    return limited;
  }

  /** Fills the buffers; returns how many bytes were read, 0 at the end. */
  public long fill(Transfer source) throws IOException {
    ByteBuffer[] buffers = new ByteBuffer[ranges.size()];
    for (int i = 0; i < buffers.length; i++) {
      buffers[i] = memory.writable(ranges.get(i).address(), (int) ranges.get(i).length());
    }
    long moved = Math.max(0, source.move(buffers));
    long left = moved;
    for (MemoryRange range : ranges) {
      long length = Math.min(left, range.length());
      memory.wrote(range.address(), length);
      left -= length;
    }
    return moved;
  }

  /** Drains the buffers; returns how many bytes were written. */
  public long drain(Transfer sink) throws IOException {
    ByteBuffer[] buffers = new ByteBuffer[ranges.size()];
    for (int i = 0; i < buffers.length; i++) {
      buffers[i] = memory.readable(ranges.get(i).address(), (int) ranges.get(i).length());
    }
    return sink.move(buffers);
  }
}
