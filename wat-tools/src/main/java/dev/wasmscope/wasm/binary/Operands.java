package dev.wasmscope.wasm.binary;

import dev.wasmscope.wasm.instr.Immediate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Immediates as values: from the reader, and back to bytes. */
final class Operands {

  private static final int MEMORY_FLAG = 1 << 6;
  private static final int EMPTY_BLOCK = 0x40;

  private Operands() {}

  /** The spaces of the indices that an immediate of this shape consists of; empty for others. */
  static List<Operand.Space> spaces(Immediate shape) {
    return switch (shape) {
      case LABEL -> List.of(Operand.Space.LABEL);
      case FUNCTION -> List.of(Operand.Space.FUNCTION);
      case TYPE -> List.of(Operand.Space.TYPE);
      case LOCAL -> List.of(Operand.Space.LOCAL);
      case GLOBAL -> List.of(Operand.Space.GLOBAL);
      case TABLE -> List.of(Operand.Space.TABLE);
      case ELEM -> List.of(Operand.Space.ELEMENT);
      case MEMORY -> List.of(Operand.Space.MEMORY);
      case DATA -> List.of(Operand.Space.DATA);
      case TAG -> List.of(Operand.Space.TAG);
      case STRING -> List.of(Operand.Space.STRING);
      case TYPE_TABLE -> List.of(Operand.Space.TYPE, Operand.Space.TABLE);
      case TABLE_TABLE -> List.of(Operand.Space.TABLE, Operand.Space.TABLE);
      case ELEM_TABLE -> List.of(Operand.Space.ELEMENT, Operand.Space.TABLE);
      case MEMORY_MEMORY -> List.of(Operand.Space.MEMORY, Operand.Space.MEMORY);
      case DATA_MEMORY -> List.of(Operand.Space.DATA, Operand.Space.MEMORY);
      case TYPE_FIELD -> List.of(Operand.Space.TYPE, Operand.Space.FIELD);
      case TYPE_DATA -> List.of(Operand.Space.TYPE, Operand.Space.DATA);
      case TYPE_ELEM -> List.of(Operand.Space.TYPE, Operand.Space.ELEMENT);
      case TYPE_TYPE -> List.of(Operand.Space.TYPE, Operand.Space.TYPE);
      default -> List.of();
    };
  }

  static List<Operand> of(CodeReader code) {
    List<Operand.Space> spaces = spaces(code.opcode().immediate());
    if (!spaces.isEmpty()) {
      List<Operand> indices = new ArrayList<>();
      indices.add(new Operand.Index(spaces.get(0), code.index()));
      if (spaces.size() > 1) {
        indices.add(new Operand.Index(spaces.get(1), code.index2()));
      }
      return indices;
    }
    return switch (code.opcode().immediate()) {
      case BLOCK_TYPE -> List.of(blockType(code));
      case BLOCK_CATCHES ->
          List.of(
              blockType(code),
              new Operand.Catches(
                  IntStream.range(0, code.catchCount()).mapToObj(code::catchClause).toList()));
      case LABEL_TABLE ->
          List.of(
              new Operand.Labels(
                  IntStream.range(0, code.labelCount()).mapToObj(code::label).toList()));
      case MEMARG -> List.of(memoryArgument(code));
      case MEMARG_LANE -> List.of(memoryArgument(code), new Operand.Lane(code.lane()));
      case LANE -> List.of(new Operand.Lane(code.lane()));
      case TYPE_LENGTH ->
          List.of(
              new Operand.Index(Operand.Space.TYPE, code.index()),
              new Operand.Length(code.index2()));
      case HEAP_TYPE -> List.of(new Operand.Heap(code.heapType()));
      case VAL_TYPES -> List.of(new Operand.Types(code.valTypes()));
      case CAST -> cast(code);
      default -> constant(code);
    };
  }

  private static List<Operand> constant(CodeReader code) {
    return switch (code.opcode().immediate()) {
      case CONST_I32 -> List.of(new Operand.I32(code.i32()));
      case CONST_I64 -> List.of(new Operand.I64(code.i64()));
      case CONST_F32 -> List.of(new Operand.F32(code.f32Bits()));
      case CONST_F64 -> List.of(new Operand.F64(code.f64Bits()));
      case CONST_V128, LANES16 -> List.of(new Operand.V128(code.v128Low(), code.v128High()));
      default -> List.of();
    };
  }

  private static Operand blockType(CodeReader code) {
    return code.blockTypeIndex() >= 0
        ? new Operand.BlockTypeIndex(code.blockTypeIndex())
        : new Operand.BlockResult(Optional.ofNullable(code.blockResult()));
  }

  private static Operand memoryArgument(CodeReader code) {
    return new Operand.MemoryArgument(code.alignment(), code.memory(), code.memoryOffset());
  }

  private static List<Operand> cast(CodeReader code) {
    return List.of(
        new Operand.CastFlags(code.castSource().nullable(), code.castTarget().nullable()),
        new Operand.Index(Operand.Space.LABEL, code.index()),
        new Operand.Heap(code.castSource().heap()),
        new Operand.Heap(code.castTarget().heap()));
  }

  static void write(Immediate shape, List<Operand> operands, ByteWriter out) {
    operands.forEach(operand -> write(operand, out));
    if (shape == Immediate.ZERO_BYTE) {
      out.u8(0);
    }
  }

  private static void write(Operand operand, ByteWriter out) {
    switch (operand) {
      case Operand.Index(_, int value) -> out.u32(value);
      case Operand.Labels(var labels) -> {
        out.u32(labels.size() - 1);
        labels.forEach(out::u32);
      }
      case Operand.BlockTypeIndex(int index) -> out.signed(index);
      case Operand.BlockResult(var result) ->
          result.ifPresentOrElse(type -> TypeWriter.valType(out, type), () -> out.u8(EMPTY_BLOCK));
      case Operand.Catches(var clauses) -> write(clauses, out);
      case Operand.MemoryArgument(int alignment, int memory, long offset) -> {
        out.u32(alignment | (memory != 0 ? MEMORY_FLAG : 0));
        if (memory != 0) {
          out.u32(memory);
        }
        out.u64(offset);
      }
      case Operand.Lane(int lane) -> out.u8(lane);
      case Operand.Length(int length) -> out.u32(length);
      case Operand.I32(int value) -> out.signed(value);
      case Operand.I64(long value) -> out.signed(value);
      case Operand.F32(int bits) -> out.i32(bits);
      case Operand.F64(long bits) -> out.i64(bits);
      case Operand.V128(long low, long high) -> {
        out.i64(low);
        out.i64(high);
      }
      case Operand.Heap(var type) -> TypeWriter.heapType(out, type);
      case Operand.Types(var types) -> TypeWriter.valTypes(out, types);
      case Operand.CastFlags(boolean source, boolean target) ->
          out.u8((source ? 1 : 0) | (target ? 2 : 0));
    }
  }

  private static void write(List<CatchClause> clauses, ByteWriter out) {
    out.u32(clauses.size());
    for (CatchClause clause : clauses) {
      out.u8(clause.kind().code());
      if (clause.kind().hasTag()) {
        out.u32(clause.tag());
      }
      out.u32(clause.label());
    }
  }
}
