package dev.wasmscope.engine.jit;

import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_long;

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
  private static final long LOW_32 = 0xffff_ffffL;

  private final Translation at;
  private final CodeBuilder code;
  private final StripEmitter strips;
  private final AddressEmitter addresses;

  MemoryEmitter(Translation at, StripEmitter strips) {
    this.at = at;
    this.strips = strips;
    this.addresses = new AddressEmitter(at, strips);
    this.code = at.code();
  }

  /** Emits a row whose signature is {@code access}. */
  void emit(Opcode row, MemoryAccess access) {
    if (access.results().isEmpty()) {
      store(row, access);
    } else {
      load(row, access);
    }
  }

  /** Emits {@code memory.grow}. */
  void grow() {
    at.mayThrow();
    MemoryInstance memory = at.instance().memory(at.reader().index());
    boolean wide = memory.is64();
    at.stack().load(1);
    if (!wide) {
      unsigned();
    }
    addresses.loadMemory(memory);
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
    addresses.loadMemory(memory);
    code.invokevirtual(INSTANCE, "pages", MethodTypeDesc.of(CD_long));
    if (!memory.is64()) {
      code.l2i();
    }
    at.stack().pushComputed(memory.is64() ? Kind.I64 : Kind.I32);
  }

  private void unsigned() {
    code.invokestatic(MEMORY, "unsigned", MethodTypeDesc.of(CD_long, CD_int));
  }

  private void load(Opcode row, MemoryAccess access) {
    Kind result = Kind.of(access.results().getFirst());
    if (access.params().isEmpty()) {
      int index = at.stack().height() - 1;
      addresses.push(index, access.width());
      at.stack().cut(index);
      read(access.width(), result);
      finishLoad(row, access, result);
    } else {
      loadLane(row, access);
    }
    pushLoaded(row, access, result);
  }

  private void pushLoaded(Opcode row, MemoryAccess access, Kind result) {
    if (result == Kind.I32 && row.mnemonic().endsWith("_u")) {
      at.stack().push(Operand.atMost((1L << (access.width() * Byte.SIZE)) - 1));
    } else {
      at.stack().pushComputed(result);
    }
  }

  private void loadLane(Opcode row, MemoryAccess access) {
    int index = at.stack().height() - 2;
    addresses.push(index, access.width());
    read(access.width(), Kind.I64);
    at.stack().loadAt(index + 1);
    at.stack().cut(index);
    code.loadConstant(at.reader().lane());
    at.vectors().invoke(code, Semantics.method(row.mnemonic()).orElseThrow());
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
      case F32, F64 -> {}
      case V128 ->
          Semantics.method(row.mnemonic()).ifPresent(method -> at.vectors().invoke(code, method));
      case REF -> throw new IllegalStateException(row.mnemonic());
    }
  }

  /** Reads, the address being on Java's operand stack; less than 32 bits are sign-extended. */
  private void read(int width, Kind result) {
    if (width > Long.BYTES) {
      readVector();
    } else {
      at.access().aim(code);
      at.access().read(code, type(width, result));
    }
  }

  /** The Java type of {@code width} bytes of a value of {@code kind}. */
  private static TypeKind type(int width, Kind kind) {
    return kind.isFloat() ? kind.type : Access.type(width);
  }

  private void readVector() {
    if (!at.vectors().isRecords()) {
      at.vectors().read(code);
      return;
    }
    int address = code.allocateLocal(TypeKind.LONG);
    code.lstore(address).lload(address);
    read(Long.BYTES, Kind.I64);
    code.lload(address).loadConstant((long) Long.BYTES).ladd();
    read(Long.BYTES, Kind.I64);
    code.invokestatic(MEMORY, "vector", MethodTypeDesc.of(Kind.V128.desc, CD_long, CD_long));
  }

  /** Whether an access neither leaves the code nor sees or hides what has not been checked yet. */
  boolean mayPass(MemoryAccess access) {
    boolean stores = access.results().isEmpty();
    return stores
        ? strips.covers() && at.unchecked().accept(at.stack().peek(0))
        : strips.isForArithmetic();
  }

  private void store(Opcode row, MemoryAccess access) {
    int index = at.stack().height() - 2;
    addresses.push(index, access.width());
    if (strips.covers() && at.unchecked().accept(at.stack().operand(index + 1))) {
      Kind kind = at.stack().operand(index + 1).kind();
      at.unchecked().store(kind, () -> at.stack().loadAt(index + 1, Looseness.NUMBER));
      at.stack().cut(index);
      return;
    }
    boolean vector = access.width() > Long.BYTES;
    if (!vector) {
      at.access().aim(code);
    }
    Operand value = at.stack().operand(index + 1);
    if (vector && value.loose() && strips.advances()) {
      at.stack().loadAt(index + 1, value.looseness());
      at.vectors().canonicaliseInStrip(code, value.looseness());
    } else {
      at.stack().loadAt(index + 1);
    }
    at.stack().cut(index);
    Optional<Method> method = Semantics.method(row.mnemonic());
    if (method.isPresent()) {
      if (row.immediate() == Immediate.MEMARG_LANE) {
        code.loadConstant(at.reader().lane());
      }
      at.vectors().invoke(code, method.get());
    }
    if (vector) {
      writeVector();
    } else {
      write(access.width(), Kind.of(access.params().getFirst()));
    }
  }

  private void write(int width, Kind kind) {
    if (kind == Kind.I64 && width < Long.BYTES) {
      code.l2i();
    }
    if (width == Byte.BYTES) {
      code.i2b();
    } else if (width == Short.BYTES) {
      code.i2s();
    }
    at.access().write(code, type(width, kind));
  }

  private void writeVector() {
    if (!at.vectors().isRecords()) {
      at.vectors().write(code);
      return;
    }
    int vector = code.allocateLocal(TypeKind.REFERENCE);
    int address = code.allocateLocal(TypeKind.LONG);
    code.astore(vector).lstore(address);
    writeHalf(address, 0, vector, "lo");
    writeHalf(address, Long.BYTES, vector, "hi");
  }

  private void writeHalf(int address, long offset, int vector, String half) {
    code.lload(address).loadConstant(offset).ladd();
    at.access().aim(code);
    code.aload(vector).invokevirtual(Kind.V128.desc, half, MethodTypeDesc.of(CD_long));
    at.access().write(code, TypeKind.LONG);
  }
}
