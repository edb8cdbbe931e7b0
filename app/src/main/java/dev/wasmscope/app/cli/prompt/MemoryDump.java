package dev.wasmscope.app.cli.prompt;

import dev.wasmscope.engine.runtime.MemoryInstance;
import dev.wasmscope.engine.runtime.Value;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Bytes of a memory as gdb's {@code x/NFU} shows them.
 *
 * @param count how many units
 * @param format {@code x} hexadecimal, {@code d} signed, {@code u} unsigned, {@code f} floating
 *     point, {@code c} character, {@code s} text up to a zero byte
 * @param width of a unit in bytes: 1, 2, 4 or 8
 */
record MemoryDump(int count, char format, int width) {

  private static final Pattern SYNTAX = Pattern.compile("/(\\d{0,6})([xdufcsbhwg]{0,2})");
  private static final int BYTES_PER_LINE = 16;
  private static final int LONGEST_TEXT = 4096;

  /** Understands {@code /16xb}; an empty text means {@code /16xb}. */
  static MemoryDump parse(String text) {
    Matcher matcher = SYNTAX.matcher(text.isEmpty() ? "/16xb" : text);
    if (!matcher.matches()) {
      throw new PromptException(
          "x/NFU: a count, a format (x d u f c s) and a unit (b h w g), not " + text);
    }
    char format = 'x';
    int width = 0;
    for (char c : matcher.group(2).toCharArray()) {
      switch (c) {
        case 'b' -> width = 1;
        case 'h' -> width = 2;
        case 'w' -> width = 4;
        case 'g' -> width = 8;
        default -> format = c;
      }
    }
    int units = matcher.group(1).isEmpty() ? 1 : Integer.parseInt(matcher.group(1));
    boolean text1 = format == 's' || format == 'c';
    return new MemoryDump(units, format, width == 0 ? (text1 ? 1 : 4) : width);
  }

  /** Prints from {@code address} on. */
  void print(MemoryInstance memory, long address, PrintStream out) {
    if (format == 's') {
      out.println(place(address) + text(memory, address));
      return;
    }
    int perLine = Math.max(1, BYTES_PER_LINE / width);
    for (int done = 0; done < count; done += perLine) {
      long start = address + (long) done * width;
      int units = Math.min(perLine, count - done);
      byte[] bytes = read(memory, start, units * width);
      out.println(place(start) + line(bytes));
    }
  }

  private static byte[] read(MemoryInstance memory, long address, int length) {
    byte[] bytes = memory.read(address, length);
    if (bytes.length < length) {
      throw new PromptException(
          "%d bytes at 0x%x do not lie within the memory of %d bytes"
              .formatted(length, address, memory.byteSize()));
    }
    return bytes;
  }

  private static String place(long address) {
    return "0x%08x: ".formatted(address);
  }

  private static String text(MemoryInstance memory, long address) {
    byte[] bytes = memory.read(address, LONGEST_TEXT);
    int end = 0;
    while (end < bytes.length && bytes[end] != 0) {
      end++;
    }
    return '"' + new String(bytes, 0, end, StandardCharsets.UTF_8).replace("\n", "\\n") + '"';
  }

  private String line(byte[] bytes) {
    StringJoiner units = new StringJoiner(" ");
    ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    while (buffer.hasRemaining()) {
      units.add(unit(next(buffer)));
    }
    return format == 'x' && width == 1 ? withText(units.toString(), bytes) : units.toString();
  }

  private long next(ByteBuffer buffer) {
    return switch (width) {
      case 1 -> buffer.get();
      case 2 -> buffer.getShort();
      case 4 -> buffer.getInt();
      default -> buffer.getLong();
    };
  }

  private String unit(long signed) {
    long unsigned = width == 8 ? signed : signed & ((1L << (8 * width)) - 1);
    return switch (format) {
      case 'd' -> Long.toString(signed);
      case 'u' -> Long.toUnsignedString(unsigned);
      case 'c' -> "'" + printable((int) unsigned) + "'";
      case 'f' -> ValueDisplay.of(width == 8 ? new Value.F64(signed) : new Value.F32((int) signed));
      default -> {
        String digits = Long.toHexString(unsigned);
        yield "0".repeat(2 * width - digits.length()) + digits;
      }
    };
  }

  private static String withText(String units, byte[] bytes) {
    StringBuilder text = new StringBuilder();
    for (byte b : bytes) {
      text.append(printable(b & 0xff));
    }
    return "%-47s  %s".formatted(units, text);
  }

  private static char printable(int c) {
    return c >= 0x20 && c < 0x7f ? (char) c : '.';
  }
}
