package dev.wasmscope.engine.jit;

import dev.wasmscope.wasm.binary.CodeReader;
import dev.wasmscope.wasm.instr.Opcode;
import java.util.Locale;
import java.util.Set;

/**
 * Comparisons of lanes of which only a bit each is wanted: those followed by {@code bitmask} or
 * {@code v128.any_true}. Both together are one instruction less than each alone, for C2 has the
 * bits first, and makes lanes of them.
 */
final class LaneTests {

  private static final Set<String> TESTS =
      Set.of(
          "eq", "ne", "ltS", "ltU", "gtS", "gtU", "leS", "leU", "geS", "geU", "lt", "gt", "le",
          "ge");

  private static final Comparisons.Comparison ANY =
      new Comparisons.Comparison(_ -> {}, Branch.IFNE);

  private final Translation at;

  /** The offset of the instruction whose work has been done. */
  private int done = -1;

  LaneTests(Translation at) {
    this.at = at;
  }

  /**
   * The name of the constant for what the comparison just read asks, if the next instruction wants
   * bits; else null.
   *
   * @param test the comparison by its name in {@code engine.numeric}
   */
  String wanted(Opcode row, String test) {
    // Where a function is split, the next instruction may belong to another method.
    boolean alone = at.variables() instanceof JavaVariables;
    if (!alone || !TESTS.contains(test) || at.vectors().isRecords()) {
      return null;
    }
    CodeReader reader = at.reader();
    int here = reader.offset();
    Opcode next = reader.next();
    int there = reader.offset();
    reader.seek(here);
    reader.next();
    boolean bits =
        next == Opcode.V128_ANY_TRUE || next.mnemonic().equals(integers(row) + ".bitmask");
    if (!bits || !at.probes().at(there).isEmpty()) {
      return null;
    }
    done = there;
    boolean unsigned = test.endsWith("U");
    return (unsigned ? "U" : "") + test.substring(0, 2).toUpperCase(Locale.ROOT);
  }

  /** The lanes of a comparison's result. */
  private static String integers(Opcode row) {
    return row.mnemonic().replaceAll("\\..*", "").replace('f', 'i');
  }

  /** Deals with the instruction just read, if its bits are there; else answers false. */
  boolean finish(Opcode row) {
    if (at.reader().offset() != done) {
      return false;
    }
    if (row == Opcode.V128_ANY_TRUE) {
      at.stack().load(1);
      at.stack().pushComparison(ANY);
    }
    return true;
  }
}
