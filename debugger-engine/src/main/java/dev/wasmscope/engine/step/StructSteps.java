package dev.wasmscope.engine.step;

import dev.wasmscope.engine.runtime.HeapClasses;
import dev.wasmscope.engine.runtime.Instance;
import dev.wasmscope.engine.runtime.StructInstance;
import dev.wasmscope.engine.trap.Trap;
import dev.wasmscope.engine.trap.TrapReason;
import dev.wasmscope.wasm.binary.CodeReader;
import dev.wasmscope.wasm.instr.Opcode;
import dev.wasmscope.wasm.type.FieldType;
import dev.wasmscope.wasm.type.PackedType;
import dev.wasmscope.wasm.type.StructType;
import java.util.List;
import java.util.Map;
import java.util.function.LongUnaryOperator;

/** Structure instructions (§4.6.8). */
final class StructSteps {

  private StructSteps() {}

  static void register(Map<Opcode, StepFactory> steps) {
    steps.put(Opcode.STRUCT_NEW, StructSteps::make);
    steps.put(Opcode.STRUCT_NEW_DEFAULT, StructSteps::makeDefault);
    steps.put(Opcode.STRUCT_GET, (code, instance) -> get(code, instance, false));
    steps.put(Opcode.STRUCT_GET_S, (code, instance) -> get(code, instance, true));
    steps.put(Opcode.STRUCT_GET_U, (code, instance) -> get(code, instance, false));
    steps.put(Opcode.STRUCT_SET, StructSteps::set);
  }

  private static StructType type(CodeReader code, Instance instance) {
    return (StructType) instance.spaces().types().get(code.index()).composite();
  }

  private static Step make(CodeReader code, Instance instance) {
    int number = instance.typeNumber(code.index());
    HeapClasses heap = instance.store().types().heap();
    List<FieldType> fields = type(code, instance).fields();
    boolean[] numbers = new boolean[fields.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = Fields.isNumber(fields.get(i));
    }
    return (s, sp) -> {
      int base = sp - numbers.length;
      StructInstance made = heap.newStruct(number);
      for (int i = 0; i < numbers.length; i++) {
        if (numbers[i]) {
          made.setBits(i, s.i64(base + i));
        } else {
          made.setObject(i, s.object(base + i));
        }
      }
      s.setObject(base, made);
      return base + 1;
    };
  }

  private static Step makeDefault(CodeReader code, Instance instance) {
    int number = instance.typeNumber(code.index());
    HeapClasses heap = instance.store().types().heap();
    return (s, sp) -> {
      s.setObject(sp, heap.newStruct(number));
      return sp + 1;
    };
  }

  private static StructInstance struct(Object reference) {
    if (reference instanceof StructInstance struct) {
      return struct;
    }
    throw new Trap(TrapReason.NULL_STRUCTURE_REFERENCE);
  }

  private static Step get(CodeReader code, Instance instance, boolean signed) {
    int index = code.index2();
    FieldType field = type(code, instance).fields().get(index);
    if (!Fields.isNumber(field)) {
      return (s, sp) -> {
        s.setObject(sp - 1, struct(s.object(sp - 1)).object(index));
        return sp;
      };
    }
    if (!(field.storage() instanceof PackedType)) {
      return (s, sp) -> {
        s.set(sp - 1, struct(s.object(sp - 1)).bits(index));
        return sp;
      };
    }
    LongUnaryOperator extension = Fields.extension(field.storage(), signed);
    return (s, sp) -> {
      s.set(sp - 1, extension.applyAsLong(struct(s.object(sp - 1)).bits(index)));
      return sp;
    };
  }

  private static Step set(CodeReader code, Instance instance) {
    int index = code.index2();
    if (!Fields.isNumber(type(code, instance).fields().get(index))) {
      return (s, sp) -> {
        struct(s.object(sp - 2)).setObject(index, s.object(sp - 1));
        return sp - 2;
      };
    }
    return (s, sp) -> {
      struct(s.object(sp - 2)).setBits(index, s.i64(sp - 1));
      return sp - 2;
    };
  }
}
