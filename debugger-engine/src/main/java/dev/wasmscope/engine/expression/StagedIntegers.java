package dev.wasmscope.engine.expression;

import dev.wasmscope.engine.runtime.GlobalInstance;
import dev.wasmscope.engine.runtime.MemoryInstance;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.ByteOrder;
import java.util.Locale;
import java.util.Set;

/**
 * What expressions mostly do, for code that HotSpot compiles: integers are of type {@code long}, as
 * in {@link ExpressionValue.Int}, and truth is a {@code boolean}.
 */
final class StagedIntegers {

  private static final ValueLayout.OfShort SHORT =
      ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfInt INT =
      ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfLong LONG =
      ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final Set<BinaryOperator> RESULTS =
      Set.of(
          BinaryOperator.ADD,
          BinaryOperator.SUB,
          BinaryOperator.MUL,
          BinaryOperator.AND,
          BinaryOperator.OR,
          BinaryOperator.XOR);
  private static final Set<BinaryOperator> RELATIONS =
      Set.of(
          BinaryOperator.EQ,
          BinaryOperator.NE,
          BinaryOperator.LT,
          BinaryOperator.LE,
          BinaryOperator.GT,
          BinaryOperator.GE);

  private StagedIntegers() {}

  /** Whether there is a method for an operator that gives an integer. */
  static boolean computes(BinaryOperator operator) {
    return RESULTS.contains(operator);
  }

  /** Whether there is a method for an operator that gives a truth. */
  static boolean relates(BinaryOperator operator) {
    return RELATIONS.contains(operator);
  }

  /** The method for an operator; its result is to be wrapped. */
  static MethodHandle result(BinaryOperator operator) {
    return find(operator.name(), long.class, long.class, long.class);
  }

  /** The method for an operator on integers of a type. */
  static MethodHandle relation(BinaryOperator operator, NumericType type) {
    boolean unsigned =
        type == NumericType.U64 && operator != BinaryOperator.EQ && operator != BinaryOperator.NE;
    return find(operator.name() + (unsigned ? "U" : ""), boolean.class, long.class, long.class);
  }

  /** A method of this class; the name may be in upper case but for its last letter. */
  static MethodHandle find(String name, Class<?> result, Class<?>... parameters) {
    String plain =
        name.endsWith("U") && name.length() == 3
            ? name.substring(0, 2).toLowerCase(Locale.ROOT) + "U"
            : name.equals(name.toUpperCase(Locale.ROOT)) ? name.toLowerCase(Locale.ROOT) : name;
    try {
      return MethodHandles.lookup()
          .findStatic(StagedIntegers.class, plain, MethodType.methodType(result, parameters));
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(name, e);
    }
  }

  static long add(long a, long b) {
    return a + b;
  }

  static long sub(long a, long b) {
    return a - b;
  }

  static long mul(long a, long b) {
    return a * b;
  }

  static long and(long a, long b) {
    return a & b;
  }

  static long or(long a, long b) {
    return a | b;
  }

  static long xor(long a, long b) {
    return a ^ b;
  }

  static boolean eq(long a, long b) {
    return a == b;
  }

  static boolean ne(long a, long b) {
    return a != b;
  }

  static boolean lt(long a, long b) {
    return a < b;
  }

  static boolean le(long a, long b) {
    return a <= b;
  }

  static boolean gt(long a, long b) {
    return a > b;
  }

  static boolean ge(long a, long b) {
    return a >= b;
  }

  static boolean ltU(long a, long b) {
    return Long.compareUnsigned(a, b) < 0;
  }

  static boolean leU(long a, long b) {
    return Long.compareUnsigned(a, b) <= 0;
  }

  static boolean gtU(long a, long b) {
    return Long.compareUnsigned(a, b) > 0;
  }

  static boolean geU(long a, long b) {
    return Long.compareUnsigned(a, b) >= 0;
  }

  static boolean isNotZero(long a) {
    return a != 0;
  }

  static boolean not(boolean truth) {
    return !truth;
  }

  static long number(boolean truth) {
    return truth ? 1 : 0;
  }

  static long extended(int value) {
    return value;
  }

  static long unsigned(long value) {
    return value & 0xffff_ffffL;
  }

  static long i8(long value) {
    return (byte) value;
  }

  static long u8(long value) {
    return value & 0xff;
  }

  static long i16(long value) {
    return (short) value;
  }

  static long u16(long value) {
    return value & 0xffff;
  }

  static long i32(long value) {
    return (int) value;
  }

  static long u32(long value) {
    return value & 0xffff_ffffL;
  }

  static long bits(GlobalInstance global) {
    return global.bits;
  }

  static long load1(MemoryInstance memory, long address) {
    return memory.segment().get(ValueLayout.JAVA_BYTE, address);
  }

  static long load2(MemoryInstance memory, long address) {
    return memory.segment().get(SHORT, address);
  }

  static long load4(MemoryInstance memory, long address) {
    return memory.segment().get(INT, address);
  }

  static long load8(MemoryInstance memory, long address) {
    return memory.segment().get(LONG, address);
  }
}
