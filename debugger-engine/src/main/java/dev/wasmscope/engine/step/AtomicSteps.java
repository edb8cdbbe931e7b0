package dev.wasmscope.engine.step;

import dev.wasmscope.engine.runtime.Instance;
import dev.wasmscope.engine.runtime.MemoryInstance;
import dev.wasmscope.engine.runtime.WaitQueue;
import dev.wasmscope.engine.trap.Trap;
import dev.wasmscope.engine.trap.TrapReason;
import dev.wasmscope.wasm.binary.CodeReader;
import dev.wasmscope.wasm.instr.Feature;
import dev.wasmscope.wasm.instr.Opcode;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.VarHandle;
import java.util.Map;

/**
 * Atomic instructions (threads proposal). Loads, stores and updates derive from their mnemonics.
 */
final class AtomicSteps {

  private AtomicSteps() {}

  static void register(Map<Opcode, StepFactory> steps) {
    for (Opcode opcode : Opcode.values()) {
      if (opcode.feature() == Feature.THREADS) {
        steps.put(opcode, (code, instance) -> update(code, instance, AtomicOperation.of(opcode)));
      }
    }
    steps.put(Opcode.ATOMIC_FENCE, (_, _) -> AtomicSteps::fence);
    steps.put(Opcode.MEMORY_ATOMIC_NOTIFY, AtomicSteps::wake);
    steps.put(Opcode.MEMORY_ATOMIC_WAIT32, (code, instance) -> await(code, instance, 4));
    steps.put(Opcode.MEMORY_ATOMIC_WAIT64, (code, instance) -> await(code, instance, 8));
  }

  private static Step update(CodeReader code, Instance instance, AtomicOperation operation) {
    MemoryInstance memory = instance.memory(code.memory());
    long constant = code.memoryOffset();
    int taken = operation.operands() + 1;
    return (s, sp) -> {
      int base = sp - taken;
      long address = effective(s, base, memory, constant, operation.width());
      long first = operation.operands() > 0 ? s.i64(base + 1) : 0;
      long second = operation.operands() > 1 ? s.i64(base + 2) : 0;
      long old = operation.execute(memory.segment(), address, first, second);
      if (operation.answers()) {
        s.set(base, old);
        return base + 1;
      }
      return base;
    };
  }

  private static long effective(
      Slots s, int slot, MemoryInstance memory, long constant, int width) {
    long index = s.address(slot, memory.is64());
    long address = index + constant;
    if (Long.compareUnsigned(address, constant) < 0) {
      throw memory.outOfBounds(index, width);
    }
    memory.slice(address, width);
    if ((address & (width - 1)) != 0) {
      throw new Trap(TrapReason.UNALIGNED_ATOMIC, "access at address 0x%x".formatted(address));
    }
    return address;
  }

  private static int fence(Slots s, int sp) {
    VarHandle.fullFence();
    return sp;
  }

  private static Step wake(CodeReader code, Instance instance) {
    MemoryInstance memory = instance.memory(code.memory());
    long constant = code.memoryOffset();
    return (s, sp) -> {
      long address = effective(s, sp - 2, memory, constant, Integer.BYTES);
      s.set(sp - 2, memory.waiters().wake(address, s.i32(sp - 1)));
      return sp - 1;
    };
  }

  private static Step await(CodeReader code, Instance instance, int width) {
    MemoryInstance memory = instance.memory(code.memory());
    long constant = code.memoryOffset();
    return (s, sp) -> {
      long address = effective(s, sp - 3, memory, constant, width);
      if (!memory.type().shared()) {
        throw new Trap(TrapReason.EXPECTED_SHARED_MEMORY);
      }
      long expected = width == Integer.BYTES ? s.i32(sp - 2) : s.i64(sp - 2);
      MemorySegment bytes = memory.segment();
      WaitQueue.Outcome outcome =
          s.await(
              memory,
              address,
              () -> AtomicOperation.load(bytes, address, width) == expected,
              s.i64(sp - 1));
      s.set(sp - 3, outcome.code());
      return sp - 2;
    };
  }
}
