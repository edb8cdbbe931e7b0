package dev.wasmscope.app.modules;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** The sections of a binary module as bytes (§5.5.2), found without the reader under test. */
final class RawSections {

  /** The code section's number. */
  static final String CODE = "10";

  private static final int HEADER = 8;

  private final byte[] file;
  private int at = HEADER;

  private RawSections(byte[] file) {
    this.file = file;
  }

  /**
   * The contents by number, or by name in quotes for custom sections, in the order of the file. A
   * section whose name came before has its ordinal behind the name.
   */
  static Map<String, byte[]> of(byte[] file) {
    return new RawSections(file).sections();
  }

  private Map<String, byte[]> sections() {
    Map<String, byte[]> sections = new LinkedHashMap<>();
    while (at < file.length) {
      int id = file[at++];
      int end = number();
      end += at;
      String name = id == 0 ? "\"" + name() + "\"" : Integer.toString(id);
      String key = sections.containsKey(name) ? name + " #" + sections.size() : name;
      sections.put(key, Arrays.copyOfRange(file, at, end));
      at = end;
    }
    return sections;
  }

  private String name() {
    int length = number();
    at += length;
    return new String(file, at - length, length, StandardCharsets.UTF_8);
  }

  /** An unsigned number in LEB128 (§5.2.2). */
  private int number() {
    int value = 0;
    for (int shift = 0; ; shift += 7) {
      int b = file[at++];
      value |= (b & 0x7f) << shift;
      if (b >= 0) {
        return value;
      }
    }
  }
}
