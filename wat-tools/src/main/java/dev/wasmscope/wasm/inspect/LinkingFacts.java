package dev.wasmscope.wasm.inspect;

import dev.wasmscope.wasm.binary.ByteReader;
import dev.wasmscope.wasm.module.ByteSlice;
import java.util.List;

/** The linking section of object files (tool conventions, "Linking", Linking Metadata Section). */
final class LinkingFacts {

  private static final int SEGMENT_INFO = 5;
  private static final int INIT_FUNCTIONS = 6;
  private static final int COMDAT_INFO = 7;
  private static final int SYMBOL_TABLE = 8;

  private static final int UNDEFINED = 0x10;
  private static final int EXPLICIT_NAME = 0x40;

  /** Kinds of symbols, by their number. */
  private static final List<String> SYMBOLS =
      List.of("function", "data", "global", "section", "tag", "table");

  private LinkingFacts() {}

  static void read(ByteReader in, List<String> lines) {
    lines.add("version " + Integer.toUnsignedString(in.u32()));
    while (!in.atEnd()) {
      int id = in.u8();
      ByteSlice contents = in.byteVector();
      subsection(id, new ByteReader(contents), lines);
    }
  }

  private static void subsection(int id, ByteReader in, List<String> lines) {
    int count = in.length();
    for (int i = 0; i < count; i++) {
      switch (id) {
        case SEGMENT_INFO ->
            lines.add(
                "segment %d <%s> align 2^%d flags 0x%x"
                    .formatted(i, in.name(), in.u32(), in.u32()));
        case INIT_FUNCTIONS ->
            lines.add("init priority %d symbol %d".formatted(in.u32(), in.u32()));
        case SYMBOL_TABLE -> lines.add("symbol " + i + " " + symbol(in));
        case COMDAT_INFO -> {
          lines.add("comdat <" + in.name() + ">");
          comdat(in);
        }
        default -> {
          lines.add("subsection " + id + ", " + count + " entries");
          return;
        }
      }
    }
  }

  private static void comdat(ByteReader in) {
    in.u32();
    int symbols = in.length();
    for (int i = 0; i < symbols; i++) {
      in.u32();
      in.u32();
    }
  }

  private static String symbol(ByteReader in) {
    int kind = in.u8();
    int flags = in.u32();
    String title = kind < SYMBOLS.size() ? SYMBOLS.get(kind) : "kind " + kind;
    boolean defined = (flags & UNDEFINED) == 0;
    String what =
        switch (title) {
          case "data" -> data(in, defined);
          case "section" -> "section " + in.u32();
          default -> indexed(in, defined || (flags & EXPLICIT_NAME) != 0);
        };
    return "%s %s flags 0x%x%s".formatted(title, what, flags, defined ? "" : " undefined");
  }

  private static String indexed(ByteReader in, boolean named) {
    int index = in.u32();
    return index + (named ? " <" + in.name() + ">" : "");
  }

  private static String data(ByteReader in, boolean defined) {
    String name = "<" + in.name() + ">";
    return defined
        ? "%s segment %d offset %d size %d".formatted(name, in.u32(), in.u64(), in.u64())
        : name;
  }
}
