package dev.wasmscope.engine.step;

import dev.wasmscope.wasm.instr.Opcode;
import java.util.EnumMap;
import java.util.Map;

/** All instructions that are executed as a {@link Step}, from one class per family. */
public final class Steps {

  private static final Map<Opcode, StepFactory> FACTORIES = new EnumMap<>(Opcode.class);

  static {
    TableSteps.register(FACTORIES);
    MemorySteps.register(FACTORIES);
    ReferenceSteps.register(FACTORIES);
    StructSteps.register(FACTORIES);
    ArraySteps.register(FACTORIES);
    ArraySegmentSteps.register(FACTORIES);
    AtomicSteps.register(FACTORIES);
    StringSteps.register(FACTORIES);
    StringTransferSteps.register(FACTORIES);
  }

  private Steps() {}

  /** The factory for an instruction, or null if it is no step. */
  public static StepFactory of(Opcode opcode) {
    return FACTORIES.get(opcode);
  }
}
