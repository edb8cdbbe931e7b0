package dev.wasmscope.engine.wasi.abi;

import dev.wasmscope.engine.runtime.MemoryBytes;
import dev.wasmscope.engine.runtime.MemoryRange;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A program's memory as one host call sees it: little-endian, without alignment, every access
 * checked. An access outside fails with FAULT and changes nothing. What was written is remembered
 * for whoever observes the call.
 */
public final class GuestMemory {
  private final MemoryBytes bytes;
  private final List<MemoryRange> written = new ArrayList<>();

  /** A view of the whole memory. */
  public GuestMemory(MemoryBytes bytes) {
    this.bytes = bytes;
  }

  /** What was written so far, in order; neighbours are joined. */
  public List<MemoryRange> written() {
    return List.copyOf(written);
  }

  /** Reads 32 bits. */
  public int i32(long address) throws ErrnoException {
    check(address, 4);
    return bytes.get32(address);
  }

  /** Reads 32 bits as an unsigned number, as addresses and lengths are. */
  public long u32(long address) throws ErrnoException {
    return Integer.toUnsignedLong(i32(address));
  }

  /** Reads 64 bits. */
  public long i64(long address) throws ErrnoException {
    check(address, 8);
    return bytes.get64(address);
  }

  /** Reads 16 bits as an unsigned number. */
  public int u16(long address) throws ErrnoException {
    check(address, 2);
    return Short.toUnsignedInt(bytes.get16(address));
  }

  /** Reads 8 bits as an unsigned number. */
  public int u8(long address) throws ErrnoException {
    check(address, 1);
    return Byte.toUnsignedInt(bytes.get8(address));
  }

  /** Writes the low 8 bits. */
  public void putI8(long address, int value) throws ErrnoException {
    note(address, 1);
    bytes.put8(address, (byte) value);
  }

  /** Writes the low 16 bits. */
  public void putI16(long address, int value) throws ErrnoException {
    note(address, 2);
    bytes.put16(address, (short) value);
  }

  /** Writes 32 bits; of a length or a count its low half. */
  public void putI32(long address, long value) throws ErrnoException {
    note(address, 4);
    bytes.put32(address, (int) value);
  }

  /** Writes 64 bits. */
  public void putI64(long address, long value) throws ErrnoException {
    note(address, 8);
    bytes.put64(address, value);
  }

  /** Writes bytes. */
  public void put(long address, byte[] source) throws ErrnoException {
    put(address, source, source.length);
  }

  /** Writes the first {@code length} of the bytes. */
  public void put(long address, byte[] source, int length) throws ErrnoException {
    note(address, length);
    bytes.put(address, source, 0, length);
  }

  /** Writes zeros. */
  public void clear(long address, int length) throws ErrnoException {
    put(address, new byte[length]);
  }

  /**
   * A path or another text; ILSEQ if it is not UTF-8.
   *
   * @param limit how many bytes are allowed; NAMETOOLONG if there are more
   */
  public String text(long address, long length, int limit) throws ErrnoException {
    check(address, length);
    if (length > limit) {
      throw new ErrnoException(Errno.NAMETOOLONG);
    }
    byte[] encoded = new byte[(int) length];
    bytes.get(address, encoded);
    try {
      CharBuffer text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(encoded));
      return text.toString();
    } catch (CharacterCodingException e) {
      throw new ErrnoException(Errno.ILSEQ);
    }
  }

  /** The bytes at an address, to be read. */
  public ByteBuffer readable(long address, int length) throws ErrnoException {
    check(address, length);
    return bytes.slice(address, length).asReadOnlyBuffer();
  }

  /** The bytes at an address, to be written; {@link #wrote} tells how many were. */
  public ByteBuffer writable(long address, int length) throws ErrnoException {
    check(address, length);
    return bytes.slice(address, length);
  }

  /** Remembers what was written through {@link #writable}. */
  public void wrote(long address, long length) throws ErrnoException {
    note(address, length);
  }

  /** Fails with FAULT unless all of the bytes are in the memory. */
  public void check(long address, long length) throws ErrnoException {
    long size = bytes.size();
    if (address < 0 || length < 0 || length > size || address > size - length) {
      throw new ErrnoException(Errno.FAULT);
    }
  }

  private void note(long address, long length) throws ErrnoException {
    check(address, length);
    if (length == 0) {
      return;
    }
    if (!written.isEmpty()) {
      MemoryRange last = written.getLast();
      if (last.address() <= address && address <= last.address() + last.length()) {
        long end = Math.max(last.address() + last.length(), address + length);
        written.set(written.size() - 1, new MemoryRange(last.address(), end - last.address()));
        return;
      }
    }
    written.add(new MemoryRange(address, length));
  }
}
