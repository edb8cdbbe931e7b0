package dev.wasmscope.engine.step;

import dev.wasmscope.wasm.instr.Opcode;
import dev.wasmscope.wasm.instr.Signature;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.function.LongBinaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An atomic load, store or update of memory, sequentially consistent.
 *
 * @param width bytes
 * @param is32 whether the instruction is of type {@code i32}
 * @param kind what it does
 * @param operands how many operands follow the address
 */
record AtomicOperation(int width, boolean is32, Kind kind, int operands) {

  private static final Pattern MNEMONIC =
      Pattern.compile("(i32|i64)\\.atomic\\.(?:rmw\\d*\\.)?([a-z]+?)\\d*(?:_u)?");

  private static final VarHandle I16 = handle(ValueLayout.JAVA_SHORT);
  private static final VarHandle I32 = handle(ValueLayout.JAVA_INT);
  private static final VarHandle I64 = handle(ValueLayout.JAVA_LONG);

  /** What is done; of updates, from the old value and the operand to the new one. */
  enum Kind {
    LOAD((old, _) -> old),
    STORE((_, operand) -> operand),
    ADD(Long::sum),
    SUB((old, operand) -> old - operand),
    AND((old, operand) -> old & operand),
    OR((old, operand) -> old | operand),
    XOR((old, operand) -> old ^ operand),
    XCHG((_, operand) -> operand),
    CMPXCHG((_, operand) -> operand);

    @SuppressWarnings("ImmutableEnumChecker") // stateless
    private final LongBinaryOperator update;

    Kind(LongBinaryOperator update) {
      this.update = update;
    }
  }

  private static VarHandle handle(ValueLayout layout) {
    return layout.withOrder(ByteOrder.LITTLE_ENDIAN).varHandle();
  }

  /** The operation of an atomic load, store or update, from its mnemonic. */
  static AtomicOperation of(Opcode opcode) {
    Matcher matcher = MNEMONIC.matcher(opcode.mnemonic());
    if (!matcher.matches()) {
      throw new IllegalArgumentException(opcode.mnemonic());
    }
    var access = (Signature.MemoryAccess) opcode.signature();
    Kind kind = Kind.valueOf(matcher.group(2).toUpperCase(java.util.Locale.ROOT));
    boolean is32 = matcher.group(1).equals("i32");
    return new AtomicOperation(access.width(), is32, kind, access.params().size());
  }

  /** Whether it leaves a value. */
  boolean answers() {
    return kind != Kind.STORE;
  }

  /**
   * Executes it.
   *
   * @param first the operand, or what {@code cmpxchg} expects
   * @param second the replacement of {@code cmpxchg}
   * @return what was there before, zero-extended
   */
  long execute(MemorySegment memory, long address, long first, long second) {
    long operand = kind == Kind.CMPXCHG ? second : first;
    while (true) {
      long old = load(memory, address, width);
      boolean differs = kind == Kind.CMPXCHG && old(old) != old(first);
      if (kind == Kind.LOAD || differs) {
        return old(old);
      }
      if (replace(memory, address, old, kind.update.applyAsLong(old, operand))) {
        return old(old);
      }
    }
  }

  /** What the instruction sees of {@code bits}: its width, zero-extended. */
  private long old(long bits) {
    long unsigned = width == Long.BYTES ? bits : bits & ((1L << (width * Byte.SIZE)) - 1);
    return is32 ? (int) unsigned : unsigned;
  }

  /** Reads {@code width} bytes, sign-extended. */
  static long load(MemorySegment memory, long address, int width) {
    return switch (width) {
      case 1 -> byteOf((int) I32.getVolatile(memory, address & ~3), address);
      case 2 -> (short) I16.getVolatile(memory, address);
      case 4 -> (int) I32.getVolatile(memory, address);
      default -> (long) I64.getVolatile(memory, address);
    };
  }

  private boolean replace(MemorySegment memory, long address, long old, long update) {
    return switch (width) {
      case 1 -> replaceByte(memory, address, old, update);
      case 2 -> replaceShort(memory, address, old, update);
      case 4 -> I32.compareAndSet(memory, address, (int) old, (int) update);
      default -> I64.compareAndSet(memory, address, old, update);
    };
  }

  // Java compares and sets no less than 32 bits, so narrower values change with their neighbours.

  private static boolean replaceByte(MemorySegment memory, long address, long old, long update) {
    return replaceIn(memory, address, 0xff, old, update);
  }

  private static boolean replaceShort(MemorySegment memory, long address, long old, long update) {
    return replaceIn(memory, address, 0xffff, old, update);
  }

  private static boolean replaceIn(
      MemorySegment memory, long address, int mask, long old, long update) {
    long aligned = address & ~3;
    int shift = (int) (address & 3) * Byte.SIZE;
    int word = (int) I32.getVolatile(memory, aligned);
    if (((word >>> shift) & mask) != (old & mask)) {
      return false;
    }
    int changed = (word & ~(mask << shift)) | (((int) update & mask) << shift);
    return I32.compareAndSet(memory, aligned, word, changed);
  }

  private static byte byteOf(int word, long address) {
    return (byte) (word >>> ((address & 3) * Byte.SIZE));
  }
}
