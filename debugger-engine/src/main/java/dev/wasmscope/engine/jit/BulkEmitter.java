package dev.wasmscope.engine.jit;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_long;
import static java.lang.constant.ConstantDescs.CD_void;

import dev.wasmscope.engine.runtime.MemoryInstance;
import dev.wasmscope.engine.runtime.TableInstance;
import dev.wasmscope.wasm.instr.Opcode;
import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;

/** Emits what memories and tables do themselves: copying and filling, elements of tables. */
final class BulkEmitter {

  private static final ClassDesc MEMORY = ClassDesc.of(MemoryInstance.class.getName());
  private static final ClassDesc TABLE = ClassDesc.of(TableInstance.class.getName());
  private static final ClassDesc ACCESS = ClassDesc.of(Memory.class.getName());

  private final Translation at;
  private final CodeBuilder code;

  BulkEmitter(Translation at) {
    this.at = at;
    this.code = at.code();
  }

  /** Emits the instruction just read if it is one of these; else answers false. */
  boolean emit(Opcode opcode) {
    switch (opcode) {
      case MEMORY_COPY -> copyMemory();
      case MEMORY_FILL -> fillMemory();
      case TABLE_GET -> getElement();
      case TABLE_SET -> setElement();
      case TABLE_SIZE -> size();
      default -> {
        return false;
      }
    }
    return true;
  }

  /** Pushes an operand that is an address, index or size, as 64 bits. */
  private void loadAddress(int operand) {
    at.stack().loadAt(operand);
    if (at.stack().peek(at.stack().height() - 1 - operand).kind() == Kind.I32) {
      code.invokestatic(ACCESS, "unsigned", MethodTypeDesc.of(CD_long, CD_int));
    }
  }

  private void loadMemory(int memory) {
    at.constants().load(code, at.instance().memory(memory), MemoryInstance.class);
  }

  private TableInstance loadTable() {
    TableInstance table = at.instance().table(at.reader().index());
    at.constants().load(code, table, TableInstance.class);
    return table;
  }

  private void copyMemory() {
    at.mayThrow();
    int to = at.stack().height() - 3;
    loadMemory(at.reader().index());
    loadAddress(to);
    loadMemory(at.reader().index2());
    loadAddress(to + 1);
    loadAddress(to + 2);
    at.stack().cut(to);
    code.invokevirtual(
        MEMORY, "copy", MethodTypeDesc.of(CD_void, CD_long, MEMORY, CD_long, CD_long));
  }

  private void fillMemory() {
    at.mayThrow();
    int address = at.stack().height() - 3;
    loadMemory(at.reader().index());
    loadAddress(address);
    at.stack().loadAt(address + 1);
    loadAddress(address + 2);
    at.stack().cut(address);
    code.invokevirtual(MEMORY, "fill", MethodTypeDesc.of(CD_void, CD_long, CD_int, CD_long));
  }

  private void getElement() {
    at.mayThrow();
    int index = at.stack().height() - 1;
    loadTable();
    loadAddress(index);
    at.stack().cut(index);
    code.invokevirtual(TABLE, "get", MethodTypeDesc.of(CD_Object, CD_long));
    at.stack().pushComputed(Kind.REF);
  }

  private void setElement() {
    at.mayThrow();
    int index = at.stack().height() - 2;
    loadTable();
    loadAddress(index);
    at.stack().loadAt(index + 1);
    at.stack().cut(index);
    code.invokevirtual(TABLE, "set", MethodTypeDesc.of(CD_void, CD_long, CD_Object));
  }

  private void size() {
    at.stack().spill();
    boolean wide = loadTable().is64();
    code.invokevirtual(TABLE, "size", MethodTypeDesc.of(CD_int));
    if (wide) {
      code.i2l();
    }
    at.stack().pushComputed(wide ? Kind.I64 : Kind.I32);
  }
}
