package dev.wasmscope.wasm.binary;

import dev.wasmscope.wasm.instr.Opcode;
import dev.wasmscope.wasm.module.ByteSlice;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Collects bytes and writes the values of the binary format (§5.2), numbers in LEB128 of minimal
 * length.
 */
public final class ByteWriter {

  private byte[] bytes;
  private int size;

  /** Starts empty. */
  public ByteWriter() {
    this(64);
  }

  /** Starts empty with room for {@code capacity} bytes. */
  public ByteWriter(int capacity) {
    bytes = new byte[Math.max(16, capacity)];
  }

  /** Number of bytes written. */
  public int size() {
    return size;
  }

  /** Forgets the bytes from {@code newSize} on. */
  public void truncate(int newSize) {
    size = Math.min(size, newSize);
  }

  /** The code of an instruction. */
  public ByteWriter opcode(Opcode opcode) {
    return opcode.prefix() == 0 ? u8(opcode.number()) : u8(opcode.prefix()).u32(opcode.number());
  }

  /** A copy of what was written. */
  public byte[] toBytes() {
    return Arrays.copyOf(bytes, size);
  }

  /** A copy of what was written, as a slice. */
  public ByteSlice toSlice() {
    return ByteSlice.of(toBytes());
  }

  private void room(int more) {
    if (bytes.length - size < more) {
      bytes = Arrays.copyOf(bytes, Math.max(Math.multiplyExact(size, 2), size + more));
    }
  }

  /** The low eight bits of {@code value}. */
  public ByteWriter u8(int value) {
    if (size == bytes.length) {
      room(1);
    }
    bytes[size++] = (byte) value;
    return this;
  }

  /** An unsigned number of 32 bits. */
  public ByteWriter u32(int value) {
    int rest = value;
    while ((rest & ~0x7F) != 0) {
      u8(rest | 0x80);
      rest >>>= 7;
    }
    u8(rest);
    return this;
  }

  /** An unsigned number of 64 bits. */
  public ByteWriter u64(long value) {
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      u8((int) rest | 0x80);
      rest >>>= 7;
    }
    u8((int) rest);
    return this;
  }

  /** A signed number of 32, 33 or 64 bits; its width makes no difference to the bytes. */
  public ByteWriter signed(long value) {
    long rest = value;
    while (rest < -64 || rest > 63) {
      u8(((int) rest & 0x7F) | 0x80);
      rest >>= 7;
    }
    u8((int) rest & 0x7F);
    return this;
  }

  /** Four bytes, little-endian. */
  public void i32(int value) {
    room(4);
    for (int i = 0; i < 4; i++) {
      bytes[size++] = (byte) (value >>> (8 * i));
    }
  }

  /** Eight bytes, little-endian. */
  public void i64(long value) {
    i32((int) value);
    i32((int) (value >>> 32));
  }

  /** Bytes as they are. */
  public void bytes(byte[] array, int offset, int length) {
    room(length);
    System.arraycopy(array, offset, bytes, size, length);
    size += length;
  }

  /** Bytes as they are. */
  public ByteWriter bytes(ByteSlice slice) {
    bytes(slice.array(), slice.offset(), slice.length());
    return this;
  }

  /** What {@code other} has from {@code start} on, as it is. */
  public void tail(ByteWriter other, int start) {
    bytes(other.bytes, start, other.size - start);
  }

  /** A vector of bytes: their number, then they themselves. */
  public ByteWriter byteVector(ByteSlice slice) {
    u32(slice.length());
    bytes(slice);
    return this;
  }

  /** All that {@code other} has, as a vector of bytes. */
  public ByteWriter byteVector(ByteWriter other) {
    u32(other.size);
    bytes(other.bytes, 0, other.size);
    return this;
  }

  /** A name (§5.2.4). */
  public ByteWriter name(String name) {
    byteVector(ByteSlice.of(name.getBytes(StandardCharsets.UTF_8)));
    return this;
  }
}
