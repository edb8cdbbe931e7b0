package dev.wasmscope.wasm.inspect;

import dev.wasmscope.wasm.binary.ByteReader;
import dev.wasmscope.wasm.module.ByteSlice;
import dev.wasmscope.wasm.module.SectionId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/** The sections of a file in the binary format, without a look at what they hold. */
public final class SectionTable {

  /** Magic and version. */
  private static final int HEADER = 8;

  private SectionTable() {}

  /**
   * Lists the sections in the order of the file.
   *
   * @param file a file that begins as a module does
   * @throws dev.wasmscope.wasm.source.DiagnosticException if a section reaches beyond the file
   */
  public static List<SectionEntry> of(byte[] file) {
    List<SectionEntry> entries = new ArrayList<>();
    var in = new ByteReader(ByteSlice.of(file));
    in.slice(HEADER);
    while (!in.atEnd()) {
      int id = in.u8();
      ByteSlice contents = in.slice(in.u32());
      entries.add(entry(id, contents));
    }
    return entries;
  }

  private static SectionEntry entry(int id, ByteSlice contents) {
    var in = new ByteReader(contents);
    if (id == SectionId.CUSTOM.id()) {
      return new SectionEntry(
          id, in.name(), contents.offset(), contents.end(), OptionalInt.empty());
    }
    OptionalInt count = holdsVector(id) ? OptionalInt.of(in.u32()) : OptionalInt.empty();
    return new SectionEntry(id, name(id), contents.offset(), contents.end(), count);
  }

  private static boolean holdsVector(int id) {
    return id != SectionId.START.id();
  }

  private static String name(int id) {
    return Arrays.stream(SectionId.values())
        .filter(section -> section.id() == id)
        .map(section -> section.name().toLowerCase(Locale.ROOT).replace('_', ' '))
        .findFirst()
        .orElse("unknown " + id);
  }
}
