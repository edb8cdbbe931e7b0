package dev.wasmscope.engine.interp;

import dev.wasmscope.wasm.instr.Feature;
import dev.wasmscope.wasm.instr.Opcode;
import dev.wasmscope.wasm.instr.Signature;
import dev.wasmscope.wasm.type.VecType;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Numbers the rows of the table of instructions that are executed by generated code, behind the
 * numbers of {@link Op}: scalar rows first, then loads and stores, then vector rows.
 */
final class Rows {

  /** Numeric instructions without vectors. */
  static final List<Opcode> SCALAR = select(Rows::isScalar);

  /** Loads and stores, but not atomic ones. */
  static final List<Opcode> MEMORY = select(Rows::isMemory);

  /** Numeric instructions on vectors. */
  static final List<Opcode> VECTOR = select(Rows::isVector);

  static final int FIRST_SCALAR = Op.COUNT;
  static final int FIRST_MEMORY = FIRST_SCALAR + SCALAR.size();
  static final int FIRST_VECTOR = FIRST_MEMORY + MEMORY.size();

  private static final int NONE = -1;
  private static final Map<Opcode, Integer> NUMBERS = number();

  private static final int[] ADDRESS_DEPTHS =
      MEMORY.stream()
          .mapToInt(row -> 1 + ((Signature.MemoryAccess) row.signature()).params().size())
          .toArray();

  private Rows() {}

  private static List<Opcode> select(Predicate<Opcode> which) {
    return Arrays.stream(Opcode.values()).filter(which).toList();
  }

  private static boolean isScalar(Opcode opcode) {
    return opcode.signature() instanceof Signature.Fixed fixed && !hasVector(fixed);
  }

  private static boolean isVector(Opcode opcode) {
    return opcode.signature() instanceof Signature.Fixed fixed && hasVector(fixed);
  }

  private static boolean hasVector(Signature.Fixed fixed) {
    return fixed.params().contains(VecType.V128) || fixed.results().contains(VecType.V128);
  }

  private static boolean isMemory(Opcode opcode) {
    return opcode.signature() instanceof Signature.MemoryAccess
        && opcode.feature() != Feature.THREADS;
  }

  private static Map<Opcode, Integer> number() {
    Map<Opcode, Integer> numbers = new EnumMap<>(Opcode.class);
    int next = FIRST_SCALAR;
    for (List<Opcode> rows : List.of(SCALAR, MEMORY, VECTOR)) {
      for (Opcode opcode : rows) {
        numbers.put(opcode, next++);
      }
    }
    return numbers;
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
  static int of(Opcode opcode) {
    return NUMBERS.getOrDefault(opcode, NONE);
  }
}
