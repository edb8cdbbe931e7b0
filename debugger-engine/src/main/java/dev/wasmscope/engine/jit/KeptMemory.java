package dev.wasmscope.engine.jit;

import dev.wasmscope.engine.runtime.MemoryInstance;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;

/**
 * Address and size of the first memory in Java variables: read from its object they would be read
 * again in every round of a loop. They are valid until the memory may have grown.
 */
final class KeptMemory {

  private final CodeBuilder code;
  private final Constants constants;
  private final MemoryInstance memory;
  private final int address;
  private final int size;
  private boolean used;

  KeptMemory(CodeBuilder code, Constants constants, MemoryInstance memory) {
    this.code = code;
    this.constants = constants;
    this.memory = memory;
    this.address = code.allocateLocal(TypeKind.LONG);
    this.size = code.allocateLocal(TypeKind.LONG);
  }

  /** Whether this is about {@code asked}. */
  boolean isOf(MemoryInstance asked) {
    return memory == asked;
  }

  /** Whether code emitted so far has used the variables. */
  boolean isUsed() {
    return used;
  }

  /** Sets the variables. */
  void read() {
    constants.load(code, memory, MemoryInstance.class);
    code.dup();
    Memory.loadAddress(code);
    code.lstore(address);
    Memory.loadSize(code);
    code.lstore(size);
  }

  /** Pushes the machine's address. */
  void loadAddress() {
    used = true;
    code.lload(address);
  }

  /** Pushes the size in bytes. */
  void loadSize() {
    used = true;
    code.lload(size);
  }
}
