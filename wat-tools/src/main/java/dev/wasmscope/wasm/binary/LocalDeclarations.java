package dev.wasmscope.wasm.binary;

import dev.wasmscope.wasm.module.ByteSlice;
import dev.wasmscope.wasm.source.DiagnosticCode;
import dev.wasmscope.wasm.type.ValType;
import java.util.ArrayList;
import java.util.List;

/**
 * The local declarations at the start of a function's body (§5.5.13), parameters not included.
 *
 * @param runs counts and types as they are written
 * @param count number of locals, unsigned 32-bit
 * @param codeOffset offset of the first instruction in the body
 */
public record LocalDeclarations(List<Run> runs, long count, int codeOffset) {

  private static final long MAX_COUNT = 0xFFFF_FFFFL;

  /** Locals of one type that follow each other; {@code count} is unsigned. */
  public record Run(int count, ValType type) {}

  public LocalDeclarations {
    runs = List.copyOf(runs);
  }

  /** Reads the declarations of {@code body}. */
  public static LocalDeclarations read(ByteSlice body) {
    var in = new ByteReader(body);
    int groups = in.length();
    List<Run> runs = new ArrayList<>(groups);
    long total = 0;
    for (int i = 0; i < groups; i++) {
      int start = in.position();
      int count = in.u32();
      runs.add(new Run(count, TypeReader.valType(in)));
      total += Integer.toUnsignedLong(count);
      if (total > MAX_COUNT) {
        throw in.error(DiagnosticCode.TOO_MANY_LOCALS, start, "more than 2^32 - 1");
      }
    }
    return new LocalDeclarations(runs, total, in.position() - body.offset());
  }
}
