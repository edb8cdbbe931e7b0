package dev.wasmscope.engine.debug;

import dev.wasmscope.engine.breakpoint.Access;
import dev.wasmscope.engine.probe.FrameView;
import dev.wasmscope.engine.runtime.MemoryInstance;
import dev.wasmscope.wasm.binary.CodeReader;
import dev.wasmscope.wasm.instr.Immediate;
import dev.wasmscope.wasm.instr.Opcode;
import dev.wasmscope.wasm.instr.Signature;
import java.util.ArrayList;
import java.util.List;

/**
 * Bytes that the instruction about to be executed will touch.
 *
 * @param address unsigned
 * @param length unsigned
 */
record MemoryTouch(MemoryInstance memory, long address, long length, Access access) {

  private static final int ATOMIC_PREFIX = 0xFE;
  private static final long LOW_32 = 0xFFFF_FFFFL;

  /** All that the instruction at {@code frame}'s place touches. */
  static List<MemoryTouch> of(FrameView frame) {
    CodeReader code = CodeReader.at(frame.function().definition().body(), frame.place().offset());
    Opcode opcode = code.next();
    if (opcode.signature() instanceof Signature.MemoryAccess access) {
      return List.of(single(frame, code, opcode, access));
    }
    return bulk(frame, code, opcode);
  }

  private static MemoryTouch single(
      FrameView frame, CodeReader code, Opcode opcode, Signature.MemoryAccess access) {
    MemoryInstance memory = frame.instance().memory(code.memory());
    long base = address(frame, memory, access.params().size());
    return new MemoryTouch(
        memory, base + code.memoryOffset(), access.width(), access(opcode, access));
  }

  /** What an instruction other than a bulk one does to the memory. */
  static Access access(Opcode opcode, Signature.MemoryAccess access) {
    if (access.results().isEmpty()) {
      return Access.WRITE;
    }
    boolean changes =
        opcode.prefix() == ATOMIC_PREFIX
            && !access.params().isEmpty()
            && !opcode.mnemonic().startsWith("memory.atomic.");
    return changes ? Access.READ_WRITE : Access.READ;
  }

  private static List<MemoryTouch> bulk(FrameView frame, CodeReader code, Opcode opcode) {
    List<MemoryTouch> touches = new ArrayList<>();
    boolean copies = opcode.immediate() == Immediate.MEMORY_MEMORY;
    int target = opcode.immediate() == Immediate.DATA_MEMORY ? code.index2() : code.index();
    MemoryInstance memory = frame.instance().memory(target);
    MemoryInstance source = copies ? frame.instance().memory(code.index2()) : memory;
    boolean wide = opcode.immediate() != Immediate.DATA_MEMORY && memory.is64() && source.is64();
    long length = wide ? frame.operandBits(0) : frame.operandBits(0) & LOW_32;
    touches.add(new MemoryTouch(memory, address(frame, memory, 2), length, Access.WRITE));
    if (copies) {
      touches.add(new MemoryTouch(source, address(frame, source, 1), length, Access.READ));
    }
    return touches;
  }

  private static long address(FrameView frame, MemoryInstance memory, int fromTop) {
    long bits = frame.operandBits(fromTop);
    return memory.is64() ? bits : bits & LOW_32;
  }

  /** Whether some byte of the range is touched in the way that {@code wanted} says. */
  boolean concerns(MemoryInstance watched, long start, long size, Access wanted) {
    return watched == memory
        && access.meets(wanted)
        && length != 0
        && overlap(address, length, start, size);
  }

  /** Sums would overflow at the end of the address space; differences do not. */
  static boolean overlap(long address, long length, long start, long size) {
    return Long.compareUnsigned(address - start, size) < 0
        || Long.compareUnsigned(start - address, length) < 0;
  }
}
