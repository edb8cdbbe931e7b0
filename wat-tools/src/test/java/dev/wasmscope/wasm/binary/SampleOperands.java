package dev.wasmscope.wasm.binary;

import dev.wasmscope.wasm.instr.Immediate;
import dev.wasmscope.wasm.type.AbsHeapType;
import dev.wasmscope.wasm.type.NumType;
import dev.wasmscope.wasm.type.RefType;
import dev.wasmscope.wasm.type.TypeIndex;
import dev.wasmscope.wasm.type.VecType;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Immediates of every shape, small ones and those at the edges of their encoding. */
public final class SampleOperands {

  private static final int[] NUMBERS = {0, 1, 127, 128, 1 << 20, -1};

  private SampleOperands() {}

  /** Some immediates of this shape. */
  public static Stream<List<Operand>> of(Immediate shape) {
    List<Operand.Space> spaces = Operands.spaces(shape);
    if (!spaces.isEmpty()) {
      return numbers()
          .map(n -> spaces.stream().<Operand>map(s -> new Operand.Index(s, n)).toList());
    }
    return switch (shape) {
      case NONE, ZERO_BYTE -> Stream.of(List.of());
      case BLOCK_TYPE -> blockTypes().map(List::of);
      case BLOCK_CATCHES -> blockTypes().map(type -> List.of(type, catches()));
      case LABEL_TABLE ->
          Stream.of(
              List.of(new Operand.Labels(List.of(0))),
              List.of(new Operand.Labels(List.of(3, 200, 0, -1))));
      case MEMARG -> memoryArguments().map(List::of);
      case MEMARG_LANE -> memoryArguments().map(m -> List.of(m, new Operand.Lane(255)));
      case LANE -> Stream.of(List.of(new Operand.Lane(0)), List.of(new Operand.Lane(200)));
      case TYPE_LENGTH ->
          numbers()
              .map(n -> List.of(new Operand.Index(Operand.Space.TYPE, n), new Operand.Length(n)));
      case CONST_I32 -> numbers().map(n -> List.of(new Operand.I32(n)));
      case CONST_I64 ->
          Stream.of(0L, -1L, 63L, 64L, Long.MIN_VALUE, Long.MAX_VALUE)
              .map(n -> List.of(new Operand.I64(n)));
      case CONST_F32 -> numbers().map(n -> List.of(new Operand.F32(n)));
      case CONST_F64 -> numbers().map(n -> List.of(new Operand.F64(n * 0x1_0000_0001L)));
      case CONST_V128, LANES16 ->
          Stream.of(List.of(new Operand.V128(0x0706_0504_0302_0100L, 0x8F0E_0D0C_0B0A_0908L)));
      case HEAP_TYPE ->
          Stream.of(
              List.of(new Operand.Heap(AbsHeapType.NOEXN)), List.of(new Operand.Heap(index())));
      case VAL_TYPES ->
          Stream.of(
              List.of(new Operand.Types(List.of())),
              List.of(new Operand.Types(List.of(NumType.F64, new RefType(false, index())))));
      case CAST -> Stream.of(cast(true, false), cast(false, true));
      default -> throw new AssertionError("no samples for " + shape);
    };
  }

  private static Stream<Integer> numbers() {
    return Arrays.stream(NUMBERS).boxed();
  }

  private static TypeIndex index() {
    return new TypeIndex(100);
  }

  private static Stream<Operand> blockTypes() {
    return Stream.of(
        new Operand.BlockResult(Optional.empty()),
        new Operand.BlockResult(Optional.of(VecType.V128)),
        new Operand.BlockResult(Optional.of(RefType.FUNCREF)),
        new Operand.BlockResult(Optional.of(new RefType(true, index()))),
        new Operand.BlockTypeIndex(0),
        new Operand.BlockTypeIndex(64),
        new Operand.BlockTypeIndex(100_000));
  }

  private static Operand catches() {
    return new Operand.Catches(
        List.of(
            new CatchClause(CatchClause.Kind.CATCH, 200, 1),
            new CatchClause(CatchClause.Kind.CATCH_REF, 3, 128),
            new CatchClause(CatchClause.Kind.CATCH_ALL, 0, 0),
            new CatchClause(CatchClause.Kind.CATCH_ALL_REF, 0, 2)));
  }

  private static Stream<Operand> memoryArguments() {
    return Stream.of(
        new Operand.MemoryArgument(0, 0, 0),
        new Operand.MemoryArgument(4, 0, 0xFFFF_FFFFL),
        new Operand.MemoryArgument(63, 200, -1));
  }

  private static List<Operand> cast(boolean source, boolean target) {
    return List.of(
        new Operand.CastFlags(source, target),
        new Operand.Index(Operand.Space.LABEL, 130),
        new Operand.Heap(AbsHeapType.ANY),
        new Operand.Heap(index()));
  }
}
