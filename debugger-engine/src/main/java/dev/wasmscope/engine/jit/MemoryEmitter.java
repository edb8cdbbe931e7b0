package dev.wasmscope.engine.jit;

import static java.lang.constant.ConstantDescs.CD_byte;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_long;
import static java.lang.constant.ConstantDescs.CD_short;
import static java.lang.constant.ConstantDescs.CD_void;

import dev.wasmscope.engine.numeric.Semantics;
import dev.wasmscope.engine.runtime.MemoryInstance;
import dev.wasmscope.wasm.instr.Immediate;
import dev.wasmscope.wasm.instr.Opcode;
import dev.wasmscope.wasm.instr.Signature.MemoryAccess;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.Method;
import java.util.Optional;

/**
 * Emits loads and stores: bits of the row's width are read or written; those of a vector pass the
 * row's method, others are extended as the mnemonic's ending says.
 */
final class MemoryEmitter {

  private static final ClassDesc MEMORY = ClassDesc.of(Memory.class.getName());
  private static final ClassDesc INSTANCE = ClassDesc.of(MemoryInstance.class.getName());
  private static final ClassDesc FLOAT = ClassDesc.of("java.lang.Float");
  private static final ClassDesc DOUBLE = ClassDesc.of("java.lang.Double");
  private static final long LOW_32 = 0xffff_ffffL;

  private final Translation at;
  private final CodeBuilder code;

  MemoryEmitter(Translation at) {
    this.at = at;
    this.code = at.code();
  }

  /** Emits a row whose signature is {@code access}. */
  void emit(Opcode row, MemoryAccess access) {
    at.mayLeave();
    if (access.results().isEmpty()) {
      store(row, access);
    } else {
      load(row, access);
    }
  }

  /** Emits {@code memory.grow}. */
  void grow() {
    at.mayLeave();
    MemoryInstance memory = at.instance().memory(at.reader().index());
    boolean wide = memory.is64();
    at.stack().load(1);
    if (!wide) {
      unsigned();
    }
    loadMemory(memory);
    at.thread()
        .invokestatic(
            MEMORY, "grow", MethodTypeDesc.of(CD_long, CD_long, INSTANCE, Signature.THREAD));
    if (!wide) {
      code.l2i();
    }
    at.stack().pushComputed(wide ? Kind.I64 : Kind.I32);
    at.memoryMayHaveGrown();
  }

  /** Emits {@code memory.size}. */
  void size() {
    MemoryInstance memory = at.instance().memory(at.reader().index());
    at.stack().spill();
    loadMemory(memory);
    code.invokevirtual(INSTANCE, "pages", MethodTypeDesc.of(CD_long));
    if (!memory.is64()) {
      code.l2i();
    }
    at.stack().pushComputed(memory.is64() ? Kind.I64 : Kind.I32);
  }

  private void unsigned() {
    code.invokestatic(MEMORY, "unsigned", MethodTypeDesc.of(CD_long, CD_int));
  }

  private void loadMemory(MemoryInstance memory) {
    at.constants().load(code, memory, MemoryInstance.class);
  }

  /** Pushes the machine's address, the index being on Java's operand stack. */
  private void address(int width) {
    MemoryInstance memory = at.instance().memory(at.reader().memory());
    long offset = at.reader().memoryOffset();
    boolean near = !memory.is64() && offset >= 0 && offset <= Integer.MAX_VALUE;
    if (near) {
      code.loadConstant((int) offset);
    } else {
      if (!memory.is64()) {
        unsigned();
      }
      code.loadConstant(offset);
    }
    code.loadConstant(width);
    KeptMemory kept = at.keptMemory();
    if (near && kept != null && kept.isOf(memory)) {
      kept.load();
      code.invokestatic(
          MEMORY, "at", MethodTypeDesc.of(CD_long, CD_int, CD_int, CD_int, CD_long, CD_long));
      return;
    }
    loadMemory(memory);
    ClassDesc index = near ? CD_int : CD_long;
    code.invokestatic(MEMORY, "at", MethodTypeDesc.of(CD_long, index, index, CD_int, INSTANCE));
  }

  private void load(Opcode row, MemoryAccess access) {
    Kind result = Kind.of(access.results().getFirst());
    if (access.params().isEmpty()) {
      at.stack().load(1);
      address(access.width());
      read(access.width());
      finishLoad(row, access, result);
    } else {
      loadLane(row, access);
    }
    at.stack().pushComputed(result);
  }

  private void loadLane(Opcode row, MemoryAccess access) {
    int index = at.stack().height() - 2;
    at.stack().loadAt(index, false);
    address(access.width());
    read(access.width());
    at.stack().loadAt(index + 1, false);
    at.stack().cut(index);
    code.loadConstant(at.reader().lane());
    NumericEmitter.invoke(code, Semantics.method(row.mnemonic()).orElseThrow());
  }

  private void finishLoad(Opcode row, MemoryAccess access, Kind result) {
    boolean unsigned = row.mnemonic().endsWith("_u");
    switch (result) {
      case I32 -> {
        if (unsigned) {
          code.loadConstant(access.width() == 1 ? 0xff : 0xffff).iand();
        }
      }
      case I64 -> {
        if (access.width() < Long.BYTES) {
          code.i2l();
          if (unsigned) {
            code.loadConstant(LOW_32 >>> (Integer.SIZE - access.width() * Byte.SIZE)).land();
          }
        }
      }
      case F32 ->
          code.invokestatic(FLOAT, "intBitsToFloat", MethodTypeDesc.of(Kind.F32.desc, CD_int));
      case F64 ->
          code.invokestatic(DOUBLE, "longBitsToDouble", MethodTypeDesc.of(Kind.F64.desc, CD_long));
      case V128 ->
          Semantics.method(row.mnemonic()).ifPresent(method -> NumericEmitter.invoke(code, method));
      case REF -> throw new IllegalStateException(row.mnemonic());
    }
  }

  /** Reads, the address being on Java's operand stack; less than 32 bits are sign-extended. */
  private void read(int width) {
    switch (width) {
      case 1 -> code.invokestatic(at.access(), "read8", MethodTypeDesc.of(CD_byte, CD_long));
      case 2 -> code.invokestatic(at.access(), "read16", MethodTypeDesc.of(CD_short, CD_long));
      case 4 -> code.invokestatic(at.access(), "read32", MethodTypeDesc.of(CD_int, CD_long));
      case 8 -> code.invokestatic(at.access(), "read64", MethodTypeDesc.of(CD_long, CD_long));
      default -> readVector();
    }
  }

  private void readVector() {
    int address = code.allocateLocal(TypeKind.LONG);
    code.lstore(address).lload(address);
    read(Long.BYTES);
    code.lload(address).loadConstant((long) Long.BYTES).ladd();
    read(Long.BYTES);
    code.invokestatic(MEMORY, "vector", MethodTypeDesc.of(Kind.V128.desc, CD_long, CD_long));
  }

  private void store(Opcode row, MemoryAccess access) {
    int index = at.stack().height() - 2;
    at.stack().loadAt(index, false);
    address(access.width());
    at.stack().loadAt(index + 1, false);
    at.stack().cut(index);
    Optional<Method> method = Semantics.method(row.mnemonic());
    if (method.isPresent()) {
      if (row.immediate() == Immediate.MEMARG_LANE) {
        code.loadConstant(at.reader().lane());
      }
      NumericEmitter.invoke(code, method.get());
    }
    switch (Kind.of(access.params().getFirst())) {
      case F32 ->
          code.invokestatic(FLOAT, "floatToRawIntBits", MethodTypeDesc.of(CD_int, Kind.F32.desc));
      case F64 ->
          code.invokestatic(
              DOUBLE, "doubleToRawLongBits", MethodTypeDesc.of(CD_long, Kind.F64.desc));
      case I64 -> {
        if (access.width() < Long.BYTES) {
          code.l2i();
        }
      }
      default -> {}
    }
    write(access.width());
  }

  private void write(int width) {
    switch (width) {
      case 1 -> writeAs("write8", code.i2b(), CD_byte);
      case 2 -> writeAs("write16", code.i2s(), CD_short);
      case 4 -> writeAs("write32", code, CD_int);
      case 8 -> writeAs("write64", code, CD_long);
      default -> writeVector();
    }
  }

  private void writeAs(String name, CodeBuilder emitted, ClassDesc type) {
    emitted.invokestatic(at.access(), name, MethodTypeDesc.of(CD_void, CD_long, type));
  }

  private void writeVector() {
    int vector = code.allocateLocal(TypeKind.REFERENCE);
    int address = code.allocateLocal(TypeKind.LONG);
    code.astore(vector).lstore(address);
    code.lload(address)
        .aload(vector)
        .invokevirtual(Kind.V128.desc, "lo", MethodTypeDesc.of(CD_long));
    write(Long.BYTES);
    code.lload(address).loadConstant((long) Long.BYTES).ladd();
    code.aload(vector).invokevirtual(Kind.V128.desc, "hi", MethodTypeDesc.of(CD_long));
    write(Long.BYTES);
  }
}
