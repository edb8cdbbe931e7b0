package dev.wasmscope.engine.step;

import dev.wasmscope.engine.runtime.Instance;
import dev.wasmscope.engine.runtime.StructInstance;
import dev.wasmscope.engine.trap.Trap;
import dev.wasmscope.engine.trap.TrapReason;
import dev.wasmscope.wasm.binary.CodeReader;
import dev.wasmscope.wasm.instr.Opcode;
import dev.wasmscope.wasm.type.FieldType;
import dev.wasmscope.wasm.type.PackedType;
import dev.wasmscope.wasm.type.StructType;
import java.util.Arrays;
import java.util.Map;
import java.util.function.LongUnaryOperator;

/** Structure instructions (§4.6.8). */
final class StructSteps {

  private static final long[] NO_BITS = {};
  private static final Object[] NO_OBJECTS = {};

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
    StructType type = type(code, instance);
    int fields = type.fields().size();
    boolean numbers = type.fields().stream().anyMatch(Fields::isNumber);
    boolean objects = !type.fields().stream().allMatch(Fields::isNumber);
    return (s, sp) -> {
      int base = sp - fields;
      s.setObject(
          base,
          new StructInstance(
              number,
              numbers ? Arrays.copyOfRange(s.bits, base, sp) : NO_BITS,
              objects ? Arrays.copyOfRange(s.objects, base, sp) : NO_OBJECTS));
      return base + 1;
    };
  }

  private static Step makeDefault(CodeReader code, Instance instance) {
    int number = instance.typeNumber(code.index());
    StructType type = type(code, instance);
    Object[] zeros = type.fields().stream().map(Fields::zero).toArray();
    boolean numbers = type.fields().stream().anyMatch(Fields::isNumber);
    boolean objects = !type.fields().stream().allMatch(Fields::isNumber);
    return (s, sp) -> {
      s.setObject(
          sp,
          new StructInstance(
              number,
              numbers ? new long[zeros.length] : NO_BITS,
              objects ? zeros.clone() : NO_OBJECTS));
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
