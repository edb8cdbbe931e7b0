package dev.wasmscope.wasm.inspect;

import dev.wasmscope.wasm.binary.ByteReader;
import java.util.List;

/** Relocations of object files (tool conventions, "Linking", Relocation Sections). */
final class RelocationFacts {

  /** By their number. */
  private static final List<String> TYPES =
      List.of(
          "R_WASM_FUNCTION_INDEX_LEB",
          "R_WASM_TABLE_INDEX_SLEB",
          "R_WASM_TABLE_INDEX_I32",
          "R_WASM_MEMORY_ADDR_LEB",
          "R_WASM_MEMORY_ADDR_SLEB",
          "R_WASM_MEMORY_ADDR_I32",
          "R_WASM_TYPE_INDEX_LEB",
          "R_WASM_GLOBAL_INDEX_LEB",
          "R_WASM_FUNCTION_OFFSET_I32",
          "R_WASM_SECTION_OFFSET_I32",
          "R_WASM_TAG_INDEX_LEB",
          "R_WASM_MEMORY_ADDR_REL_SLEB",
          "R_WASM_TABLE_INDEX_REL_SLEB",
          "R_WASM_GLOBAL_INDEX_I32",
          "R_WASM_MEMORY_ADDR_LEB64",
          "R_WASM_MEMORY_ADDR_SLEB64",
          "R_WASM_MEMORY_ADDR_I64",
          "R_WASM_MEMORY_ADDR_REL_SLEB64",
          "R_WASM_TABLE_INDEX_SLEB64",
          "R_WASM_TABLE_INDEX_I64",
          "R_WASM_TABLE_NUMBER_LEB",
          "R_WASM_MEMORY_ADDR_TLS_SLEB",
          "R_WASM_FUNCTION_OFFSET_I64",
          "R_WASM_MEMORY_ADDR_LOCREL_I32",
          "R_WASM_TABLE_INDEX_REL_SLEB64",
          "R_WASM_MEMORY_ADDR_TLS_SLEB64",
          "R_WASM_FUNCTION_INDEX_I32");

  private RelocationFacts() {}

  static void read(ByteReader in, List<String> lines) {
    int section = in.u32();
    int count = in.length();
    lines.add("section " + section + ", " + count + " relocations");
    for (int i = 0; i < count; i++) {
      int type = in.u32();
      String name =
          type >= 0 && type < TYPES.size()
              ? TYPES.get(type)
              : "type " + Integer.toUnsignedString(type);
      int offset = in.u32();
      int index = in.u32();
      String addend = hasAddend(name) ? " addend " + in.s64() : "";
      lines.add("0x%06x %s index %d%s".formatted(offset, name, index, addend));
    }
  }

  private static boolean hasAddend(String name) {
    return name.contains("MEMORY_ADDR") || name.contains("_OFFSET_");
  }
}
