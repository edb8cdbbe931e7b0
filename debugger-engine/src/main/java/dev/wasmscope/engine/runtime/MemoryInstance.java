package dev.wasmscope.engine.runtime;

import dev.wasmscope.engine.trap.Trap;
import dev.wasmscope.engine.trap.TrapReason;
import dev.wasmscope.wasm.module.ByteSlice;
import dev.wasmscope.wasm.module.ExternKind;
import dev.wasmscope.wasm.source.DiagnosticException;
import dev.wasmscope.wasm.type.AddressType;
import dev.wasmscope.wasm.type.ExternType;
import dev.wasmscope.wasm.type.Limits;
import dev.wasmscope.wasm.type.MemoryType;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * A linear memory (§4.2.8). Its bytes are one {@link MemorySegment} of exactly the memory's size,
 * so the segment's bounds check is the trap check. Growth replaces the segment; that of a shared
 * memory covers the same bytes and more, for its maximum is reserved from the start. Addresses and
 * sizes are unsigned.
 */
public final class MemoryInstance implements Extern {

  /** HotSpot copies faster than it fills: so many bytes are filled, then copied for others. */
  private static final long FILLED = 1024;

  /** As many as are quickly read again. */
  private static final long COPIED = 4096;

  private final MemoryType type;
  private final long maxPages;
  private final long limitBytes;
  private final boolean trapsBeyondLimit;
  private final WaitQueue waiters = new WaitQueue();
  private MemorySegment reserved;
  private volatile MemorySegment segment;
  private long address;
  private long size;

  /**
   * A new memory of the type's minimal size, all zero.
   *
   * @throws DiagnosticException if that is more than the store's limits or the machine allow
   */
  public MemoryInstance(Store store, MemoryType type) {
    this.type = type;
    this.limitBytes = store.limits().memoryBytes();
    this.trapsBeyondLimit = store.limits().trapOnGrowFailure();
    this.maxPages = maxPages(type);
    long pages = type.limits().min();
    if (!fits(pages)) {
      throw ResourceLimits.memory(type, limitBytes);
    }
    long bytes = pages << type.pageSizeLog2();
    long reserve = type.shared() ? Math.max(bytes, reservable()) : bytes;
    this.reserved =
        NativeBlock.allocate(reserve).orElseThrow(() -> ResourceLimits.memory(type, limitBytes));
    cover(bytes);
  }

  private void cover(long bytes) {
    // In this order: whoever sees the new size finds so many bytes at the address that it sees.
    address = reserved.address();
    segment = reserved.asSlice(0, bytes);
    size = bytes;
  }

  private static long maxPages(MemoryType type) {
    long addressable =
        type.address() == AddressType.I32 ? 1L << (32 - type.pageSizeLog2()) : Long.MAX_VALUE;
    long declared = type.limits().max().orElse(addressable);
    return Long.compareUnsigned(declared, addressable) < 0 ? declared : addressable;
  }

  private boolean fits(long pages) {
    return Long.compareUnsigned(pages, limitBytes >>> type.pageSizeLog2()) <= 0;
  }

  private long reservable() {
    return Math.min(maxPages, limitBytes >>> type.pageSizeLog2()) << type.pageSizeLog2();
  }

  /** The type it was made with; the minimum is that of the definition. */
  public MemoryType type() {
    return type;
  }

  /** All bytes. Kept by code that runs until the memory may have grown. */
  public MemorySegment segment() {
    return segment;
  }

  /**
   * The machine's address of byte 0, for compiled code. It changes when an unshared memory grows;
   * only the thread that uses such a memory grows it.
   */
  public long address() {
    return address;
  }

  /** Size in bytes, as the current thread knows it; another thread may have grown a shared one. */
  public long knownSize() {
    return size;
  }

  /** Size in bytes. */
  public long byteSize() {
    return segment.byteSize();
  }

  /** Size in pages. */
  public long pages() {
    return segment.byteSize() >>> type.pageSizeLog2();
  }

  /** Whether addresses have 64 bits. */
  public boolean is64() {
    return type.address() == AddressType.I64;
  }

  /** Threads that wait for a notification at an address. */
  public WaitQueue waiters() {
    return waiters;
  }

  /**
   * Grows by {@code delta} pages.
   *
   * @return the size before, in pages, or −1 if it cannot grow so much
   * @throws Trap instead, if the store's limits say so, where its type would allow it
   */
  public synchronized long grow(long delta) {
    long old = pages();
    long wanted = old + delta;
    if (Long.compareUnsigned(delta, maxPages - old) > 0) {
      return -1;
    }
    long bytes = wanted << type.pageSizeLog2();
    if (!fits(wanted) || (bytes > reserved.byteSize() && !move(bytes))) {
      return refuse(wanted);
    }
    cover(bytes);
    return old;
  }

  private long refuse(long pages) {
    if (trapsBeyondLimit) {
      throw new Trap(
          TrapReason.OUT_OF_MEMORY,
          "for %s pages of %d bytes; the limit is %d bytes"
              .formatted(Long.toUnsignedString(pages), 1L << type.pageSizeLog2(), limitBytes));
    }
    return -1;
  }

  private boolean move(long bytes) {
    long roomy = Math.min(Math.max(bytes, 2 * reserved.byteSize()), Math.max(bytes, reservable()));
    var block = NativeBlock.allocate(roomy).or(() -> NativeBlock.allocate(bytes));
    block.ifPresent(
        fresh -> {
          MemorySegment.copy(segment, 0, fresh, 0, segment.byteSize());
          reserved = fresh;
        });
    return block.isPresent();
  }

  /**
   * Some bytes as a part of the memory itself, for hosts that read and write.
   *
   * @throws Trap if they are not all within the memory
   */
  public MemorySegment slice(long address, long length) {
    MemorySegment all = segment;
    check(all, address, length);
    return all.asSlice(address, length);
  }

  /**
   * Sets {@code length} bytes to the low byte of {@code value} (memory.fill).
   *
   * @throws Trap if they are not all within the memory; nothing is written then
   */
  public void fill(long address, int value, long length) {
    MemorySegment all = segment;
    check(all, address, length);
    long done = Math.min(length, FILLED);
    all.asSlice(address, done).fill((byte) value);
    while (done < length) {
      long part = Math.min(Math.min(done, COPIED), length - done);
      MemorySegment.copy(all, address, all, address + done, part);
      done += part;
    }
  }

  /**
   * Copies bytes from {@code source}, which may be this memory (memory.copy).
   *
   * @throws Trap if they are not all within the memories; nothing is written then
   */
  public void copy(long address, MemoryInstance source, long sourceAddress, long length) {
    MemorySegment from = source.segment;
    MemorySegment to = segment;
    check(from, sourceAddress, length);
    check(to, address, length);
    MemorySegment.copy(from, sourceAddress, to, address, length);
  }

  /**
   * Copies bytes of a data segment (memory.init).
   *
   * @throws Trap if they are not all within both; nothing is written then
   */
  public void init(long address, ByteSlice data, long from, long length) {
    if (Long.compareUnsigned(from, data.length()) > 0
        || Long.compareUnsigned(length, data.length() - from) > 0) {
      throw new Trap(TrapReason.OUT_OF_BOUNDS_MEMORY_ACCESS, "in the data segment");
    }
    MemorySegment to = slice(address, length);
    MemorySegment.copy(
        data.array(), data.offset() + (int) from, to, ValueLayout.JAVA_BYTE, 0, (int) length);
  }

  /**
   * What an inspector sees from {@code address} on; never fails.
   *
   * @return {@code length} bytes, or fewer where the memory ends
   */
  public byte[] read(long address, int length) {
    MemorySegment all = segment;
    if (Long.compareUnsigned(address, all.byteSize()) >= 0) {
      return new byte[0];
    }
    byte[] bytes = new byte[(int) Math.min(length, all.byteSize() - address)];
    MemorySegment.copy(all, ValueLayout.JAVA_BYTE, address, bytes, 0, bytes.length);
    return bytes;
  }

  /**
   * Writes what an inspector wants.
   *
   * @return whether all bytes are within the memory; nothing is written else
   */
  public boolean write(long address, byte[] bytes) {
    MemorySegment all = segment;
    if (!within(all, address, bytes.length)) {
      return false;
    }
    MemorySegment.copy(bytes, 0, all, ValueLayout.JAVA_BYTE, address, bytes.length);
    return true;
  }

  private static void check(MemorySegment all, long address, long length) {
    if (!within(all, address, length)) {
      throw outOfBounds(all, address, length);
    }
  }

  private static boolean within(MemorySegment all, long address, long length) {
    return Long.compareUnsigned(address, all.byteSize()) <= 0
        && Long.compareUnsigned(length, all.byteSize() - address) <= 0;
  }

  /** The trap for an access to {@code length} bytes at {@code address}. */
  public Trap outOfBounds(long address, long length) {
    return outOfBounds(segment, address, length);
  }

  private static Trap outOfBounds(MemorySegment all, long address, long length) {
    return new Trap(
        TrapReason.OUT_OF_BOUNDS_MEMORY_ACCESS,
        "of %s bytes at address 0x%x, the memory has %d bytes"
            .formatted(Long.toUnsignedString(length), address, all.byteSize()));
  }

  @Override
  public ExternKind kind() {
    return ExternKind.MEMORY;
  }

  @Override
  public ExternType externType() {
    Limits now = new Limits(pages(), type.limits().max());
    return new MemoryType(type.address(), now, type.shared(), type.pageSizeLog2());
  }
}
