package dev.wasmscope.engine.probe;

import dev.wasmscope.wasm.instr.Immediate;
import dev.wasmscope.wasm.instr.Opcode;
import dev.wasmscope.wasm.instr.Signature;
import java.util.EnumSet;
import java.util.Set;

/** Where in a function a probe fires. */
public sealed interface ProbePoint {

  /**
   * Before the instruction that starts at an offset of the body.
   *
   * @param offset as in {@link dev.wasmscope.wasm.module.Place}; where no instruction starts, the
   *     probe never fires
   */
  record Offset(int offset) implements ProbePoint {}

  /** Before each instruction with one of these opcodes. */
  record Instructions(Set<Opcode> opcodes) implements ProbePoint {

    public Instructions {
      opcodes = Set.copyOf(opcodes);
    }
  }

  /** When the function has been called, once per call, arguments in place. */
  record Entry() implements ProbePoint {}

  /**
   * Before the instruction by which the function returns or tail-calls. A function that is left by
   * a trap or an exception has no exit.
   */
  record Exit() implements ProbePoint {}

  ProbePoint ENTRY = new Entry();
  ProbePoint EXIT = new Exit();

  /** Before every instruction. */
  ProbePoint EVERY_INSTRUCTION = new Instructions(EnumSet.allOf(Opcode.class));

  /** Where a loop starts, on entry and whenever it goes round. */
  ProbePoint LOOP_HEADERS = new Instructions(Set.of(Opcode.LOOP));

  /** Before every instruction that may branch or not. */
  ProbePoint BRANCHES = new Instructions(Points.conditionalBranches());

  /** Before every access to linear memory. */
  ProbePoint MEMORY_ACCESSES = new Instructions(Points.memoryAccesses());

  /** Before the instruction at {@code offset}. */
  static ProbePoint at(int offset) {
    return new Offset(offset);
  }

  /** Selections from the table of instructions. */
  final class Points {

    private Points() {}

    private static Set<Opcode> conditionalBranches() {
      return EnumSet.of(
          Opcode.IF,
          Opcode.BR_IF,
          Opcode.BR_TABLE,
          Opcode.BR_ON_NULL,
          Opcode.BR_ON_NON_NULL,
          Opcode.BR_ON_CAST,
          Opcode.BR_ON_CAST_FAIL);
    }

    private static Set<Opcode> memoryAccesses() {
      Set<Opcode> found = EnumSet.of(Opcode.MEMORY_FILL);
      for (Opcode opcode : Opcode.values()) {
        boolean bulk =
            opcode.immediate() == Immediate.MEMORY_MEMORY
                || opcode.immediate() == Immediate.DATA_MEMORY;
        if (bulk || opcode.signature() instanceof Signature.MemoryAccess) {
          found.add(opcode);
        }
      }
      return found;
    }
  }
}
