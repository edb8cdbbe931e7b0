package dev.wasmscope.wasm.binary;

import dev.wasmscope.wasm.type.HeapType;
import dev.wasmscope.wasm.type.ValType;
import java.util.List;
import java.util.Optional;

/** An immediate of an instruction, as a value (§2.4). */
public sealed interface Operand {

  /** What an index counts. */
  enum Space {
    LABEL,
    FUNCTION,
    TYPE,
    LOCAL,
    GLOBAL,
    TABLE,
    MEMORY,
    ELEMENT,
    DATA,
    TAG,
    FIELD,
    STRING
  }

  /** An index, unsigned. */
  record Index(Space space, int value) implements Operand {}

  /** The labels of {@code br_table}, the default label last. */
  record Labels(List<Integer> labels) implements Operand {

    public Labels {
      labels = List.copyOf(labels);
    }
  }

  /** A block's type by its index. */
  record BlockTypeIndex(int index) implements Operand {}

  /** The type of a block without parameters. */
  record BlockResult(Optional<ValType> result) implements Operand {}

  /** The clauses of {@code try_table}. */
  record Catches(List<CatchClause> clauses) implements Operand {

    public Catches {
      clauses = List.copyOf(clauses);
    }
  }

  /**
   * What a memory access says besides its address.
   *
   * @param alignment binary logarithm
   * @param offset unsigned
   */
  record MemoryArgument(int alignment, int memory, long offset) implements Operand {}

  /** A lane of a vector. */
  record Lane(int lane) implements Operand {}

  /** A length, unsigned. */
  record Length(int length) implements Operand {}

  record I32(int value) implements Operand {}

  record I64(long value) implements Operand {}

  /** The bits of a float. */
  record F32(int bits) implements Operand {}

  /** The bits of a double. */
  record F64(long bits) implements Operand {}

  /** Sixteen bytes, the lowest in the low byte of {@code low}. */
  record V128(long low, long high) implements Operand {}

  /** A heap type. */
  record Heap(HeapType type) implements Operand {}

  /** Value types. */
  record Types(List<ValType> types) implements Operand {

    public Types {
      types = List.copyOf(types);
    }
  }

  /** The flags of a branching cast: whether source and target may be null. */
  record CastFlags(boolean sourceNullable, boolean targetNullable) implements Operand {}
}
