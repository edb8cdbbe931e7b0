package dev.wasmscope.app.cli.prompt;

import dev.wasmscope.engine.runtime.Value;
import dev.wasmscope.engine.runtime.ValueText;
import dev.wasmscope.wasm.type.NumType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place in memory to be written.
 *
 * @param type of a number, as in expressions; empty for bytes
 * @param memory index or name
 * @param address an expression
 */
record MemoryCell(String type, String memory, String address) {

  private static final Pattern TYPED =
      Pattern.compile("([iuf](?:8|16|32|64))(?:\\[(?:mem)?(\\S+?)\\])?@(.+)");

  /** Understands {@code i32@ADDRESS} or {@code ADDRESS}. */
  static MemoryCell parse(String text) {
    Matcher matcher = TYPED.matcher(text);
    if (!matcher.matches()) {
      return new MemoryCell("", "0", text);
    }
    String memory = matcher.group(2) == null ? "0" : matcher.group(2);
    return new MemoryCell(matcher.group(1), memory, matcher.group(3));
  }

  /** What {@code value} is in memory: a number of the type, {@code "text"} or bytes in hex. */
  byte[] bytes(String value) {
    try {
      return type.isEmpty() ? untyped(value) : number(value);
    } catch (IllegalArgumentException e) {
      throw new PromptException(
          "expected "
              + (type.isEmpty() ? "\"text\" or bytes as 0a 0b" : type)
              + ", found "
              + value);
    }
  }

  private static byte[] untyped(String value) {
    boolean quoted = value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"");
    return quoted
        ? value.substring(1, value.length() - 1).getBytes(StandardCharsets.UTF_8)
        : HexFormat.of().parseHex(value.replaceAll("\\s", ""));
  }

  private byte[] number(String text) {
    int width = Integer.parseInt(type.substring(1)) / 8;
    Value value = ValueText.number(parsedType(width), text);
    long bits = value.slotBits();
    if (width < 4 && (bits < -(1L << (8 * width - 1)) || bits >= 1L << (8 * width))) {
      throw new IllegalArgumentException(text);
    }
    byte[] all = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(bits).array();
    return java.util.Arrays.copyOf(all, width);
  }

  private NumType parsedType(int width) {
    if (type.startsWith("f")) {
      return width == 8 ? NumType.F64 : NumType.F32;
    }
    return width == 8 ? NumType.I64 : NumType.I32;
  }
}
