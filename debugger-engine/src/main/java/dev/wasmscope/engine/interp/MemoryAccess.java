package dev.wasmscope.engine.interp;

import dev.wasmscope.engine.runtime.MemoryInstance;
import dev.wasmscope.engine.step.Slots;

/**
 * A load or store whose memory is not the first one, or is addressed by 64 bits, or whose constant
 * offset exceeds 32 bits.
 */
record MemoryAccess(int op, MemoryInstance memory) {

  /** Executes it, see {@link MemoryStep#step}. */
  int execute(Slots slots, int sp, long constant, int lane) {
    long index = slots.address(sp - Rows.addressDepth(op), memory.is64());
    long address = index + constant;
    int width = Rows.width(op);
    if (Long.compareUnsigned(address, constant) < 0) {
      throw memory.outOfBounds(index, width);
    }
    // Checks the bounds once more than needed, for the sake of the trap's wording.
    memory.slice(address, width);
    return GeneratedSteps.memory(op, slots.bits, slots.objects, sp, memory.bytes(), address, lane);
  }
}
