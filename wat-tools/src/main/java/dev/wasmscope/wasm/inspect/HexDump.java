package dev.wasmscope.wasm.inspect;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Bytes as lines of sixteen: offset, hexadecimal, characters. */
public final class HexDump {

  private static final int WIDTH = 16;
  private static final HexFormat HEX = HexFormat.ofDelimiter(" ");

  private HexDump() {}

  /** The bytes from {@code start} to {@code end}, with their offsets in {@code bytes}. */
  public static List<String> of(byte[] bytes, int start, int end) {
    List<String> lines = new ArrayList<>();
    for (int at = start; at < end; at += WIDTH) {
      int to = Math.min(end, at + WIDTH);
      lines.add("%08x: %-47s  %s".formatted(at, HEX.formatHex(bytes, at, to), text(bytes, at, to)));
    }
    return lines;
  }

  private static String text(byte[] bytes, int start, int end) {
    var text = new StringBuilder();
    for (int i = start; i < end; i++) {
      text.append(bytes[i] >= 0x20 && bytes[i] < 0x7F ? (char) bytes[i] : '.');
    }
    return text.toString();
  }
}
