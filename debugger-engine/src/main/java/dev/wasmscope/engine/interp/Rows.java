package dev.wasmscope.engine.interp;

import dev.wasmscope.wasm.instr.Feature;
import dev.wasmscope.wasm.instr.Opcode;
import dev.wasmscope.wasm.instr.Signature;
import dev.wasmscope.wasm.type.NumType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Numbers the rows of the table of instructions that are executed by generated code, behind the
 * numbers of {@link Op}.
 */
final class Rows {

  /** Numeric instructions on one or two numbers that have one result. */
  static final List<Opcode> NUMBERS;

  /** Loads and stores, but not atomic ones: those of numbers first. */
  static final List<Opcode> MEMORY;

  /** Numeric instructions with more operands or results, without vectors. */
  static final List<Opcode> WIDE;

  /** Numeric instructions on vectors. */
  static final List<Opcode> VECTOR;

  static final int FIRST_NUMBER = Op.COUNT;
  static final int FIRST_MEMORY;

  /** The first load or store of a vector. */
  static final int FIRST_VECTOR_MEMORY;

  static final int FIRST_WIDE;
  static final int FIRST_VECTOR;

  private static final int NONE = -1;

  /** By the place of an instruction in its table. */
  private static final int[] PLACES = new int[Opcode.values().length];

  private static final int[] ADDRESS_DEPTHS;

  static {
    List<Opcode> numbers = new ArrayList<>();
    List<Opcode> memory = new ArrayList<>();
    List<Opcode> vectorMemory = new ArrayList<>();
    List<Opcode> wide = new ArrayList<>();
    List<Opcode> vector = new ArrayList<>();
    for (Opcode opcode : Opcode.values()) {
      switch (opcode.signature()) {
        case Signature.Fixed _ when isVector(opcode) -> vector.add(opcode);
        case Signature.Fixed fixed -> (isOnNumbers(fixed) ? numbers : wide).add(opcode);
        case Signature.MemoryAccess access when opcode.feature() != Feature.THREADS ->
            (isOfNumber(access) ? memory : vectorMemory).add(opcode);
        default -> {}
      }
    }
    NUMBERS = List.copyOf(numbers);
    FIRST_MEMORY = FIRST_NUMBER + NUMBERS.size();
    FIRST_VECTOR_MEMORY = FIRST_MEMORY + memory.size();
    memory.addAll(vectorMemory);
    MEMORY = List.copyOf(memory);
    WIDE = List.copyOf(wide);
    VECTOR = List.copyOf(vector);
    FIRST_WIDE = FIRST_MEMORY + MEMORY.size();
    FIRST_VECTOR = FIRST_WIDE + WIDE.size();
    Arrays.fill(PLACES, NONE);
    number(NUMBERS, FIRST_NUMBER);
    number(MEMORY, FIRST_MEMORY);
    number(WIDE, FIRST_WIDE);
    number(VECTOR, FIRST_VECTOR);
    ADDRESS_DEPTHS = addressDepths();
  }

  private Rows() {}

  private static boolean isVector(Opcode opcode) {
    return opcode.feature() == Feature.SIMD || opcode.feature() == Feature.RELAXED_SIMD;
  }

  private static boolean isOnNumbers(Signature.Fixed fixed) {
    return fixed.params().size() <= 2 && fixed.results().size() == 1;
  }

  private static boolean isOfNumber(Signature.MemoryAccess access) {
    return Stream.concat(access.params().stream(), access.results().stream())
        .allMatch(NumType.class::isInstance);
  }

  @SuppressWarnings("EnumOrdinal") // an array index, the fastest there is; it is not kept
  private static void number(List<Opcode> rows, int first) {
    int next = first;
    for (Opcode row : rows) {
      PLACES[row.ordinal()] = next++;
    }
  }

  private static int[] addressDepths() {
    int[] depths = new int[MEMORY.size()];
    for (int i = 0; i < depths.length; i++) {
      depths[i] = 1 + access(FIRST_MEMORY + i).params().size();
    }
    return depths;
  }

  private static Signature.MemoryAccess access(int op) {
    return (Signature.MemoryAccess) MEMORY.get(op - FIRST_MEMORY).signature();
  }

  /** Whether it is a load or store. */
  static boolean isAccess(int op) {
    return op >= FIRST_MEMORY && op < FIRST_WIDE;
  }

  /** How many slots under {@code sp} the address of a load or store is. */
  static int addressDepth(int op) {
    return ADDRESS_DEPTHS[op - FIRST_MEMORY];
  }

  /** How many bytes a load or store touches. */
  static int width(int op) {
    return access(op).width();
  }

  /** The number of a row, or negative if no generated code executes it. */
  @SuppressWarnings("EnumOrdinal") // as above
  static int of(Opcode opcode) {
    return PLACES[opcode.ordinal()];
  }
}
