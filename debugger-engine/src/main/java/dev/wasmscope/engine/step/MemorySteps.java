package dev.wasmscope.engine.step;

import dev.wasmscope.engine.runtime.Instance;
import dev.wasmscope.engine.runtime.MemoryInstance;
import dev.wasmscope.wasm.binary.CodeReader;
import dev.wasmscope.wasm.instr.Opcode;
import java.util.Map;

/** Memory instructions other than loads, stores and growth (§4.6.11). */
final class MemorySteps {

  private MemorySteps() {}

  static void register(Map<Opcode, StepFactory> steps) {
    steps.put(Opcode.MEMORY_SIZE, MemorySteps::size);
    steps.put(Opcode.MEMORY_FILL, MemorySteps::fill);
    steps.put(Opcode.MEMORY_COPY, MemorySteps::copy);
    steps.put(Opcode.MEMORY_INIT, MemorySteps::init);
    steps.put(Opcode.DATA_DROP, MemorySteps::drop);
  }

  private static Step size(CodeReader code, Instance instance) {
    MemoryInstance memory = instance.memory(code.index());
    return (s, sp) -> {
      s.set(sp, memory.pages());
      return sp + 1;
    };
  }

  private static Step fill(CodeReader code, Instance instance) {
    MemoryInstance memory = instance.memory(code.index());
    return (s, sp) -> {
      boolean is64 = memory.is64();
      memory.fill(s.address(sp - 3, is64), s.i32(sp - 2), s.address(sp - 1, is64));
      return sp - 3;
    };
  }

  private static Step copy(CodeReader code, Instance instance) {
    MemoryInstance to = instance.memory(code.index());
    MemoryInstance from = instance.memory(code.index2());
    boolean both64 = to.is64() && from.is64();
    return (s, sp) -> {
      to.copy(
          s.address(sp - 3, to.is64()),
          from,
          s.address(sp - 2, from.is64()),
          s.address(sp - 1, both64));
      return sp - 3;
    };
  }

  private static Step init(CodeReader code, Instance instance) {
    int segment = code.index();
    MemoryInstance memory = instance.memory(code.index2());
    return (s, sp) -> {
      long to = s.address(sp - 3, memory.is64());
      memory.init(to, instance.data(segment), s.u32(sp - 2), s.u32(sp - 1));
      return sp - 3;
    };
  }

  private static Step drop(CodeReader code, Instance instance) {
    int segment = code.index();
    return (s, sp) -> {
      instance.dropData(segment);
      return sp;
    };
  }
}
