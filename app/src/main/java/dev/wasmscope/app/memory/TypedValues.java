package dev.wasmscope.app.memory;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/** The bytes at an address read as every numeric type, little endian as WebAssembly has it. */
final class TypedValues {
  /**
   * One reading.
   *
   * @param type its name
   * @param value in decimal
   */
  record Reading(String type, String value) {}

  private TypedValues() {}

  /** All readings that fit into the {@code length} first bytes of {@code bytes}. */
  static List<Reading> of(byte[] bytes, int length) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes, 0, length).order(ByteOrder.LITTLE_ENDIAN);
    List<Reading> readings = new ArrayList<>();
    if (length >= 1) {
      byte b = buffer.get(0);
      readings.add(new Reading("i8", b + (b < 0 ? "  u8 " + Byte.toUnsignedInt(b) : "")));
      readings.add(new Reading("bits", bits(b)));
    }
    if (length >= 2) {
      short s = buffer.getShort(0);
      readings.add(new Reading("i16", s + (s < 0 ? "  u16 " + Short.toUnsignedInt(s) : "")));
    }
    if (length >= 4) {
      int i = buffer.getInt(0);
      readings.add(new Reading("i32", Integer.toString(i)));
      readings.add(new Reading("u32", Integer.toUnsignedString(i)));
      readings.add(new Reading("ptr", String.format("0x%08x", i)));
      readings.add(new Reading("f32", Float.toString(Float.intBitsToFloat(i))));
    }
    if (length >= 8) {
      long l = buffer.getLong(0);
      readings.add(new Reading("i64", Long.toString(l)));
      readings.add(new Reading("f64", Double.toString(Double.longBitsToDouble(l))));
    }
    return readings;
  }

  private static String bits(byte value) {
    String digits = Integer.toBinaryString((value & 0xFF) | 0x100).substring(1);
    return digits.substring(0, 4) + " " + digits.substring(4);
  }
}
