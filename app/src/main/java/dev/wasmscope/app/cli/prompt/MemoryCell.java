package dev.wasmscope.app.cli.prompt;

import dev.wasmscope.engine.runtime.Value;
import dev.wasmscope.wasm.text.StringLiteral;
import dev.wasmscope.wasm.type.NumType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.BiFunction;
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

  /**
   * What {@code value} is in memory: {@code "text"} or bytes in hex, or a number of the type.
   *
   * @param numbers reads a number of a type
   */
  byte[] bytes(String value, BiFunction<NumType, String, Value> numbers) {
    return type.isEmpty() ? untyped(value) : number(value, numbers);
  }

  private static byte[] untyped(String value) {
    try {
      return StringLiteral.parse(value)
          .orElseGet(() -> HexFormat.of().parseHex(value.replaceAll("\\s", "")));
    } catch (IllegalArgumentException e) {
      throw new PromptException("expected \"text\" or bytes as 0a 0b, found " + value);
    }
  }

  private byte[] number(String text, BiFunction<NumType, String, Value> numbers) {
    int width = Integer.parseInt(type.substring(1)) / 8;
    long bits = numbers.apply(parsedType(width), text).slotBits();
    if (width < 4 && (bits < -(1L << (8 * width - 1)) || bits >= 1L << (8 * width))) {
      throw new PromptException("expected " + type + ", found " + text);
    }
    byte[] all = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(bits).array();
    return Arrays.copyOf(all, width);
  }

  private NumType parsedType(int width) {
    if (type.startsWith("f")) {
      return width == 8 ? NumType.F64 : NumType.F32;
    }
    return width == 8 ? NumType.I64 : NumType.I32;
  }
}
