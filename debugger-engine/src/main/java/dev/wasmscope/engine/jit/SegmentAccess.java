package dev.wasmscope.engine.jit;

import static java.lang.constant.ConstantDescs.CD_long;
import static java.lang.constant.ConstantDescs.CD_void;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/**
 * Access by calls of this class's methods, which go through memory segments. {@link RawAccess} is
 * faster where it is allowed.
 */
public final class SegmentAccess implements Access {

  private static final ClassDesc SELF = ClassDesc.of(SegmentAccess.class.getName());

  private static final ValueLayout.OfShort I16 =
      ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfInt I32 =
      ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfLong I64 =
      ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  @SuppressWarnings("restricted") // addresses come from memories and are within them
  private static final MemorySegment ALL = MemorySegment.NULL.reinterpret(Long.MAX_VALUE);

  SegmentAccess() {}

  @Override
  public void aim(CodeBuilder code) {
    // The address is all that the methods take.
  }

  @Override
  public void read(CodeBuilder code, TypeKind type) {
    code.invokestatic(
        SELF, Access.name("read", type), MethodTypeDesc.of(type.upperBound(), CD_long));
  }

  @Override
  public void write(CodeBuilder code, TypeKind type) {
    code.invokestatic(
        SELF, Access.name("write", type), MethodTypeDesc.of(CD_void, CD_long, type.upperBound()));
  }

  public static byte readByte(long address) {
    return ALL.get(ValueLayout.JAVA_BYTE, address);
  }

  public static short readShort(long address) {
    return ALL.get(I16, address);
  }

  public static int readInt(long address) {
    return ALL.get(I32, address);
  }

  public static long readLong(long address) {
    return ALL.get(I64, address);
  }

  public static void writeByte(long address, byte value) {
    ALL.set(ValueLayout.JAVA_BYTE, address, value);
  }

  public static void writeShort(long address, short value) {
    ALL.set(I16, address, value);
  }

  public static void writeInt(long address, int value) {
    ALL.set(I32, address, value);
  }

  public static void writeLong(long address, long value) {
    ALL.set(I64, address, value);
  }

  public static float readFloat(long address) {
    return Float.intBitsToFloat(readInt(address));
  }

  public static void writeFloat(long address, float value) {
    writeInt(address, Float.floatToRawIntBits(value));
  }

  public static double readDouble(long address) {
    return Double.longBitsToDouble(readLong(address));
  }

  public static void writeDouble(long address, double value) {
    writeLong(address, Double.doubleToRawLongBits(value));
  }
}
