package dev.wasmscope.engine.interp;

import dev.wasmscope.wasm.instr.Feature;
import dev.wasmscope.wasm.instr.Opcode;
import dev.wasmscope.wasm.instr.Signature;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Numbers the rows of the table of instructions that are executed by generated code, behind the
 * numbers of {@link Op}: scalar rows first, then loads and stores, then vector rows.
 */
final class Rows {

  /** Numeric instructions without vectors. */
  static final List<Opcode> SCALAR;

  /** Loads and stores, but not atomic ones. */
  static final List<Opcode> MEMORY;

  /** Numeric instructions on vectors. */
  static final List<Opcode> VECTOR;

  static final int FIRST_SCALAR = Op.COUNT;
  static final int FIRST_MEMORY;
  static final int FIRST_VECTOR;

  private static final int NONE = -1;

  /** By the place of an instruction in its table. */
  private static final int[] NUMBERS = new int[Opcode.values().length];

  private static final int[] ADDRESS_DEPTHS;

  static {
    List<Opcode> scalar = new ArrayList<>();
    List<Opcode> memory = new ArrayList<>();
    List<Opcode> vector = new ArrayList<>();
    for (Opcode opcode : Opcode.values()) {
      switch (opcode.signature()) {
        case Signature.Fixed _ -> (isVector(opcode) ? vector : scalar).add(opcode);
        case Signature.MemoryAccess _ when opcode.feature() != Feature.THREADS ->
            memory.add(opcode);
        default -> {}
      }
    }
    SCALAR = List.copyOf(scalar);
    MEMORY = List.copyOf(memory);
    VECTOR = List.copyOf(vector);
    FIRST_MEMORY = FIRST_SCALAR + SCALAR.size();
    FIRST_VECTOR = FIRST_MEMORY + MEMORY.size();
    Arrays.fill(NUMBERS, NONE);
    number(SCALAR, FIRST_SCALAR);
    number(MEMORY, FIRST_MEMORY);
    number(VECTOR, FIRST_VECTOR);
    ADDRESS_DEPTHS = addressDepths();
  }

  private Rows() {}

  private static boolean isVector(Opcode opcode) {
    return opcode.feature() == Feature.SIMD || opcode.feature() == Feature.RELAXED_SIMD;
  }

  @SuppressWarnings("EnumOrdinal") // an array index, the fastest there is; it is not kept
  private static void number(List<Opcode> rows, int first) {
    int next = first;
    for (Opcode row : rows) {
      NUMBERS[row.ordinal()] = next++;
    }
  }

  private static int[] addressDepths() {
    int[] depths = new int[MEMORY.size()];
    for (int i = 0; i < depths.length; i++) {
      depths[i] = 1 + ((Signature.MemoryAccess) MEMORY.get(i).signature()).params().size();
    }
    return depths;
  }

  /** How many slots under {@code sp} the address of a load or store is. */
  static int addressDepth(int op) {
    return ADDRESS_DEPTHS[op - FIRST_MEMORY];
  }

  /** How many bytes a load or store touches. */
  static int width(int op) {
    return ((Signature.MemoryAccess) MEMORY.get(op - FIRST_MEMORY).signature()).width();
  }

  /** The number of a row, or negative if no generated code executes it. */
  @SuppressWarnings("EnumOrdinal") // as above
  static int of(Opcode opcode) {
    return NUMBERS[opcode.ordinal()];
  }
}
