package dev.wasmscope.wasm.text;

import dev.wasmscope.wasm.module.ByteSlice;
import java.nio.charset.StandardCharsets;

/** Prints strings (§6.3.3). */
final class StringText {

  private static final int LINE = 80;

  private StringText() {}

  /** A string of any bytes; all but printable ASCII is escaped. */
  static void bytes(TextBuilder out, ByteSlice bytes) {
    out.add('"');
    for (int i = 0; i < bytes.length(); i++) {
      printable(out, bytes.get(i) & 0xFF);
    }
    out.add('"');
  }

  /** Strings of any bytes, each on a line of its own if there is more than one. */
  static void lines(TextBuilder out, ByteSlice bytes, int depth) {
    for (int from = 0; from < bytes.length(); from += LINE) {
      int length = Math.min(LINE, bytes.length() - from);
      if (bytes.length() > LINE) {
        out.newLine(depth);
      } else {
        out.add(' ');
      }
      bytes(out, new ByteSlice(bytes.array(), bytes.offset() + from, length));
    }
  }

  /** A name; characters beyond ASCII stand as they are. */
  static void name(TextBuilder out, String name) {
    out.add('"');
    byte[] utf8 = name.getBytes(StandardCharsets.UTF_8);
    boolean ascii = utf8.length == name.length();
    if (ascii) {
      for (byte b : utf8) {
        printable(out, b);
      }
    } else {
      name.codePoints().forEach(c -> codePoint(out, c));
    }
    out.add('"');
  }

  private static void codePoint(TextBuilder out, int codePoint) {
    if (codePoint < 0x80) {
      printable(out, codePoint);
    } else if (Character.isLetterOrDigit(codePoint)) {
      out.add(Character.toString(codePoint));
    } else {
      out.add("\\u{").add(Integer.toHexString(codePoint)).add('}');
    }
  }

  private static void printable(TextBuilder out, int c) {
    switch (c) {
      case '"' -> out.add("\\\"");
      case '\\' -> out.add("\\\\");
      case '\n' -> out.add("\\n");
      case '\t' -> out.add("\\t");
      default -> {
        if (c >= 0x20 && c < 0x7F) {
          out.add((char) c);
        } else {
          out.add('\\').hexByte(c);
        }
      }
    }
  }
}
