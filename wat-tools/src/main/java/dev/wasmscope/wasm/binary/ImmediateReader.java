package dev.wasmscope.wasm.binary;

import dev.wasmscope.wasm.instr.Immediate;
import dev.wasmscope.wasm.source.DiagnosticCode;
import dev.wasmscope.wasm.type.ValType;
import java.util.Arrays;

/** Reads what follows an opcode, one case per shape, into the fields of a {@link CodeReader}. */
final class ImmediateReader {

  private static final int MEMORY_FLAG = 1 << 6;
  private static final int ALIGNMENT_LIMIT = 1 << 6;
  private static final int EMPTY_BLOCK = 0x40;
  private static final int MAX_CAST_FLAGS = 3;

  private ImmediateReader() {}

  static void read(Immediate shape, ByteReader in, CodeReader to) {
    switch (shape) {
      case NONE -> {}
      case LOCAL, LABEL, FUNCTION, TYPE, GLOBAL, TABLE, ELEM, MEMORY, DATA, TAG, STRING ->
          to.index = in.u32();
      case TYPE_TABLE,
          TABLE_TABLE,
          ELEM_TABLE,
          MEMORY_MEMORY,
          DATA_MEMORY,
          TYPE_FIELD,
          TYPE_LENGTH,
          TYPE_DATA,
          TYPE_ELEM,
          TYPE_TYPE -> {
        to.index = in.u32();
        to.index2 = in.u32();
      }
      case MEMARG -> memoryArgument(in, to);
      case BLOCK_TYPE -> blockType(in, to);
      case CONST_I32 -> to.number = in.s32();
      case CONST_I64 -> to.number = in.s64();
      default -> readRare(shape, in, to);
    }
  }

  private static void readRare(Immediate shape, ByteReader in, CodeReader to) {
    switch (shape) {
      case LABEL_TABLE -> labels(in, to);
      case MEMARG_LANE -> {
        memoryArgument(in, to);
        to.lane = in.u8();
      }
      case LANE -> to.lane = in.u8();
      case CONST_F32 -> to.number = in.i32();
      case CONST_F64 -> to.number = in.i64();
      case LANES16, CONST_V128 -> {
        to.number = in.i64();
        to.high = in.i64();
      }
      case HEAP_TYPE -> to.heapType = TypeReader.heapType(in);
      case VAL_TYPES -> to.valTypes = TypeReader.valTypes(in);
      case CAST -> cast(in, to);
      case BLOCK_CATCHES -> {
        blockType(in, to);
        catches(in, to);
      }
      case ZERO_BYTE -> zeroByte(in);
      default -> throw new IllegalStateException("no reader for " + shape);
    }
  }

  private static void memoryArgument(ByteReader in, CodeReader to) {
    int start = in.position();
    int flags = in.u32();
    if (Integer.compareUnsigned(flags, MEMORY_FLAG + ALIGNMENT_LIMIT) >= 0) {
      throw in.error(
          DiagnosticCode.MEMOP_FLAGS,
          start,
          "expected less than 128, found " + Integer.toUnsignedString(flags));
    }
    to.alignment = flags & ~MEMORY_FLAG;
    to.index = (flags & MEMORY_FLAG) != 0 ? in.u32() : 0;
    to.number = in.u64();
  }

  private static void blockType(ByteReader in, CodeReader to) {
    int code = in.peek();
    if (code == EMPTY_BLOCK) {
      in.u8();
      to.index = -1;
      to.blockResult = null;
      return;
    }
    if (code == TypeReader.REF || code == TypeReader.REF_NULL || isSingle(code)) {
      to.index = -1;
      to.blockResult = TypeReader.valType(in);
      return;
    }
    int start = in.position();
    long index = in.s33();
    if (index < 0) {
      throw in.error(DiagnosticCode.VALUE_TYPE, start, "a block type was expected");
    }
    to.index = blockIndex(index);
    to.blockResult = null;
  }

  private static boolean isSingle(int code) {
    ValType type = code < 0 ? null : TypeReader.single(code);
    return type != null;
  }

  /** No module has so many types; the largest index that is no sign keeps it unknown. */
  private static int blockIndex(long index) {
    return (int) Math.min(index, Integer.MAX_VALUE);
  }

  private static void labels(ByteReader in, CodeReader to) {
    int count = in.length() + 1;
    if (count > in.remaining()) {
      throw in.unexpectedEnd();
    }
    room(to, count);
    to.listSize = count;
    for (int i = 0; i < count; i++) {
      to.list[i] = in.u32();
    }
  }

  private static void catches(ByteReader in, CodeReader to) {
    int count = in.length();
    to.listSize = 0;
    for (int i = 0; i < count; i++) {
      int start = in.position();
      int kind = in.u8();
      if (kind >= CatchClause.Kind.count()) {
        throw in.error(DiagnosticCode.CATCH_KIND, start, "expected 0 to 3, found " + kind);
      }
      room(to, to.listSize + CatchClause.INTS);
      to.list[to.listSize] = kind;
      to.list[to.listSize + 1] = CatchClause.Kind.of(kind).hasTag() ? in.u32() : 0;
      to.list[to.listSize + 2] = in.u32();
      to.listSize += CatchClause.INTS;
    }
  }

  private static void room(CodeReader to, int size) {
    if (to.list.length < size) {
      to.list = Arrays.copyOf(to.list, Math.max(size, 2 * to.list.length));
    }
  }

  private static void cast(ByteReader in, CodeReader to) {
    int start = in.position();
    int flags = in.u8();
    if (flags > MAX_CAST_FLAGS) {
      throw in.error(DiagnosticCode.CAST_FLAGS, start, "expected 0 to 3, found " + flags);
    }
    to.lane = flags;
    to.index = in.u32();
    to.heapType = TypeReader.heapType(in);
    to.heapType2 = TypeReader.heapType(in);
  }

  private static void zeroByte(ByteReader in) {
    int start = in.position();
    int found = in.u8();
    if (found != 0) {
      throw in.error(DiagnosticCode.ZERO_BYTE, start, "found " + found);
    }
  }
}
