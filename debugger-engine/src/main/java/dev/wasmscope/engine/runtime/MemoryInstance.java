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

/**
 * A linear memory (§4.2.8). It has {@link MemoryBytes} of exactly its size, so their bounds check
 * is the trap check. Growth replaces them; those of a shared memory are the same and more, for its
 * maximum is reserved from the start. Addresses and sizes are unsigned.
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
  private MemoryBytes reserved;
  private volatile MemoryBytes bytes;

  /**
   * The machine's address of byte 0, for compiled code, see {@link #expose}. It changes when an
   * unshared memory grows; only the thread that uses such a memory grows it.
   */
  public long address;

  /** Size in bytes, as the current thread knows it; another thread may have grown a shared one. */
  public long size;

  private boolean exposed;

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
    long length = pages << type.pageSizeLog2();
    long reserve = type.shared() ? Math.max(length, reservable()) : length;
    this.reserved =
        NativeBlock.allocate(reserve).orElseThrow(() -> ResourceLimits.memory(type, limitBytes));
    cover(length);
  }

  private void cover(long length) {
    bytes = reserved.first(length);
    // Last: whoever sees the new size finds so many bytes at the address that it sees.
    size = length;
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
  public MemoryBytes bytes() {
    return bytes;
  }

  /** All bytes, for whoever needs more than {@link #bytes} offers. */
  public MemorySegment segment() {
    return bytes.segment();
  }

  /** Keeps {@link #address} from now on. Till then it is 0: a program's start has no need of it. */
  public synchronized void expose() {
    exposed = true;
    address = reserved.segment().address();
  }

  /** Size in bytes. */
  public long byteSize() {
    return bytes.size();
  }

  /** Size in pages. */
  public long pages() {
    return bytes.size() >>> type.pageSizeLog2();
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
    long length = wanted << type.pageSizeLog2();
    if (!fits(wanted) || (length > reserved.size() && !move(length))) {
      return refuse(wanted);
    }
    cover(length);
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

  private boolean move(long length) {
    long roomy = Math.min(Math.max(length, 2 * reserved.size()), Math.max(length, reservable()));
    var block = NativeBlock.allocate(roomy).or(() -> NativeBlock.allocate(length));
    block.ifPresent(
        fresh -> {
          fresh.put(0, bytes);
          reserved = fresh;
          if (exposed) {
            expose();
          }
        });
    return block.isPresent();
  }

  /**
   * Some bytes as a part of the memory itself, for hosts that read and write.
   *
   * @throws Trap if they are not all within the memory
   */
  public MemorySegment slice(long address, long length) {
    MemoryBytes all = bytes;
    check(all, address, length);
    return all.segment().asSlice(address, length);
  }

  /**
   * Sets {@code length} bytes to the low byte of {@code value} (memory.fill).
   *
   * @throws Trap if they are not all within the memory; nothing is written then
   */
  public void fill(long address, int value, long length) {
    MemoryBytes covered = bytes;
    check(covered, address, length);
    MemorySegment all = covered.segment();
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
    MemoryBytes from = source.bytes;
    MemoryBytes to = bytes;
    check(from, sourceAddress, length);
    check(to, address, length);
    MemorySegment.copy(from.segment(), sourceAddress, to.segment(), address, length);
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
    MemoryBytes to = bytes;
    check(to, address, length);
    to.put(address, data.array(), data.offset() + (int) from, (int) length);
  }

  /**
   * What an inspector sees from {@code address} on; never fails.
   *
   * @return {@code length} bytes, or fewer where the memory ends
   */
  public byte[] read(long address, int length) {
    MemoryBytes all = bytes;
    if (Long.compareUnsigned(address, all.size()) >= 0) {
      return new byte[0];
    }
    byte[] seen = new byte[(int) Math.min(length, all.size() - address)];
    all.get(address, seen);
    return seen;
  }

  /**
   * Writes what an inspector wants.
   *
   * @return whether all bytes are within the memory; nothing is written else
   */
  public boolean write(long address, byte[] wanted) {
    MemoryBytes all = bytes;
    if (!within(all, address, wanted.length)) {
      return false;
    }
    all.put(address, wanted, 0, wanted.length);
    return true;
  }

  private static void check(MemoryBytes all, long address, long length) {
    if (!within(all, address, length)) {
      throw outOfBounds(all, address, length);
    }
  }

  private static boolean within(MemoryBytes all, long address, long length) {
    return Long.compareUnsigned(address, all.size()) <= 0
        && Long.compareUnsigned(length, all.size() - address) <= 0;
  }

  /** The trap for an access to {@code length} bytes at {@code address}. */
  public Trap outOfBounds(long address, long length) {
    return outOfBounds(bytes, address, length);
  }

  private static Trap outOfBounds(MemoryBytes all, long address, long length) {
    return new Trap(
        TrapReason.OUT_OF_BOUNDS_MEMORY_ACCESS,
        "of %s bytes at address 0x%s, the memory has %s bytes"
            .formatted(Long.toUnsignedString(length), Long.toHexString(address), all.size()));
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
