package dev.wasmscope.engine.step;

import dev.wasmscope.engine.runtime.Instance;
import dev.wasmscope.engine.runtime.TableInstance;
import dev.wasmscope.wasm.binary.CodeReader;
import dev.wasmscope.wasm.instr.Opcode;
import java.util.Map;

/** Table instructions (§4.6.10). */
final class TableSteps {

  private TableSteps() {}

  static void register(Map<Opcode, StepFactory> steps) {
    steps.put(Opcode.TABLE_GET, TableSteps::get);
    steps.put(Opcode.TABLE_SET, TableSteps::set);
    steps.put(Opcode.TABLE_SIZE, TableSteps::size);
    steps.put(Opcode.TABLE_GROW, TableSteps::grow);
    steps.put(Opcode.TABLE_FILL, TableSteps::fill);
    steps.put(Opcode.TABLE_COPY, TableSteps::copy);
    steps.put(Opcode.TABLE_INIT, TableSteps::init);
    steps.put(Opcode.ELEM_DROP, TableSteps::drop);
  }

  private static Step get(CodeReader code, Instance instance) {
    TableInstance table = instance.table(code.index());
    return (s, sp) -> {
      s.setObject(sp - 1, table.get(s.address(sp - 1, table.is64())));
      return sp;
    };
  }

  private static Step set(CodeReader code, Instance instance) {
    TableInstance table = instance.table(code.index());
    return (s, sp) -> {
      table.set(s.address(sp - 2, table.is64()), s.object(sp - 1));
      return sp - 2;
    };
  }

  private static Step size(CodeReader code, Instance instance) {
    TableInstance table = instance.table(code.index());
    return (s, sp) -> {
      s.set(sp, table.size());
      return sp + 1;
    };
  }

  private static Step grow(CodeReader code, Instance instance) {
    TableInstance table = instance.table(code.index());
    return (s, sp) -> {
      s.set(sp - 2, table.grow(s.address(sp - 1, table.is64()), s.object(sp - 2)));
      return sp - 1;
    };
  }

  private static Step fill(CodeReader code, Instance instance) {
    TableInstance table = instance.table(code.index());
    return (s, sp) -> {
      boolean is64 = table.is64();
      table.fill(s.address(sp - 3, is64), s.object(sp - 2), s.address(sp - 1, is64));
      return sp - 3;
    };
  }

  private static Step copy(CodeReader code, Instance instance) {
    TableInstance to = instance.table(code.index());
    TableInstance from = instance.table(code.index2());
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
    TableInstance table = instance.table(code.index2());
    return (s, sp) -> {
      long to = s.address(sp - 3, table.is64());
      table.init(to, instance.elements(segment), s.u32(sp - 2), s.u32(sp - 1));
      return sp - 3;
    };
  }

  private static Step drop(CodeReader code, Instance instance) {
    int segment = code.index();
    return (s, sp) -> {
      instance.dropElements(segment);
      return sp;
    };
  }
}
