package dev.wasmscope.engine.interp;

import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_long;
import static java.lang.constant.ConstantDescs.CD_void;

import dev.wasmscope.engine.numeric.Semantics;
import dev.wasmscope.engine.numeric.V128;
import dev.wasmscope.engine.runtime.MemoryBytes;
import dev.wasmscope.wasm.instr.Immediate;
import dev.wasmscope.wasm.instr.Opcode;
import dev.wasmscope.wasm.instr.Signature;
import dev.wasmscope.wasm.type.NumType;
import dev.wasmscope.wasm.type.ValType;
import dev.wasmscope.wasm.type.VecType;
import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.Method;
import java.util.Optional;

/**
 * Assembles loads and stores: bits of the row's width are read or written; those of a vector pass
 * the row's method, others are extended as the mnemonic's ending says.
 */
final class MemoryAssembler extends RowAssembler {

  private static final int MEMORY_LOCAL = 5;
  private static final int ADDRESS_LOCAL = 6;
  private static final int LANE_LOCAL = 8;
  private static final ClassDesc CD_BITS = desc(MemoryBits.class);
  private static final ClassDesc CD_BYTES = desc(MemoryBytes.class);
  private static final ClassDesc CD_V128 = desc(V128.class);
  private static final long LOW_8 = 0xff;
  private static final long LOW_16 = 0xffff;
  private static final long LOW_32 = 0xffff_ffffL;

  MemoryAssembler() {
    super(2, 3, 4);
  }

  @Override
  void emit(CodeBuilder code, Opcode row) {
    Signature.MemoryAccess access = (Signature.MemoryAccess) row.signature();
    int taken = access.params().size() + 1;
    if (access.results().isEmpty()) {
      emitStore(code, row, access);
      pushSp(code, -taken);
    } else {
      emitLoad(code, row, access, taken);
      pushSp(code, 1 - taken);
    }
    code.ireturn();
  }

  private void emitLoad(CodeBuilder code, Opcode row, Signature.MemoryAccess access, int taken) {
    ValType result = access.results().getFirst();
    pushSlot(code, result, taken);
    read(code, access.width(), MEMORY_LOCAL, ADDRESS_LOCAL);
    if (result instanceof NumType) {
      extend(code, row, access.width());
      code.lastore();
      return;
    }
    Optional<Method> method = Semantics.method(row.mnemonic());
    if (method.isPresent()) {
      if (!access.params().isEmpty()) {
        pushOperand(code, VecType.V128, 1);
      }
      pushLane(code, row);
      call(code, method.get());
    }
    code.aastore();
  }

  /** Extends what was read to the bits of a slot. */
  static void extend(CodeBuilder code, Opcode row, int width) {
    if (width != Long.BYTES) {
      code.i2l();
      if (row.mnemonic().endsWith("_u")) {
        code.loadConstant(
                switch (width) {
                  case 1 -> LOW_8;
                  case 2 -> LOW_16;
                  default -> LOW_32;
                })
            .land();
      }
    }
  }

  private void emitStore(CodeBuilder code, Opcode row, Signature.MemoryAccess access) {
    ValType stored = access.params().getFirst();
    int width = access.width();
    code.aload(MEMORY_LOCAL).lload(ADDRESS_LOCAL);
    if (stored instanceof NumType) {
      pushSlot(code, stored, 1);
      code.laload();
      if (width != Long.BYTES) {
        code.l2i();
      }
    } else {
      pushOperand(code, VecType.V128, 1);
      Optional<Method> method = Semantics.method(row.mnemonic());
      if (method.isPresent()) {
        pushLane(code, row);
        call(code, method.get());
      }
    }
    write(code, width);
  }

  /** Writes {@code width} bytes; memory, address and value are on Java's operand stack. */
  static void write(CodeBuilder code, int width) {
    code.invokestatic(
        CD_BITS,
        "write" + width * Byte.SIZE,
        MethodTypeDesc.of(CD_void, CD_BYTES, CD_long, javaType(width)));
  }

  /** Pushes {@code width} bytes of the memory in one Java local at the address in another. */
  static void read(CodeBuilder code, int width, int memory, int address) {
    code.aload(memory).lload(address);
    code.invokestatic(
        CD_BITS, "read" + width * Byte.SIZE, MethodTypeDesc.of(javaType(width), CD_BYTES, CD_long));
  }

  private static ClassDesc javaType(int width) {
    return switch (width) {
      case Long.BYTES -> CD_long;
      case 2 * Long.BYTES -> CD_V128;
      default -> CD_int;
    };
  }

  private static void pushLane(CodeBuilder code, Opcode row) {
    if (row.immediate() == Immediate.MEMARG_LANE) {
      code.iload(LANE_LOCAL);
    }
  }
}
