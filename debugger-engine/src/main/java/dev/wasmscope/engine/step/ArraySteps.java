package dev.wasmscope.engine.step;

import dev.wasmscope.engine.runtime.ArrayInstance;
import dev.wasmscope.engine.runtime.Instance;
import dev.wasmscope.engine.trap.Trap;
import dev.wasmscope.engine.trap.TrapReason;
import dev.wasmscope.wasm.binary.CodeReader;
import dev.wasmscope.wasm.instr.Opcode;
import dev.wasmscope.wasm.type.ArrayType;
import dev.wasmscope.wasm.type.FieldType;
import java.util.Map;
import java.util.function.LongUnaryOperator;

/** Array instructions (§4.6.9) that work on operands alone. */
final class ArraySteps {

  private ArraySteps() {}

  static void register(Map<Opcode, StepFactory> steps) {
    steps.put(Opcode.ARRAY_NEW, ArraySteps::make);
    steps.put(Opcode.ARRAY_NEW_DEFAULT, ArraySteps::makeDefault);
    steps.put(Opcode.ARRAY_NEW_FIXED, ArraySteps::makeFixed);
    steps.put(Opcode.ARRAY_GET, (code, instance) -> get(code, instance, false));
    steps.put(Opcode.ARRAY_GET_S, (code, instance) -> get(code, instance, true));
    steps.put(Opcode.ARRAY_GET_U, (code, instance) -> get(code, instance, false));
    steps.put(Opcode.ARRAY_SET, (_, _) -> ArraySteps::set);
    steps.put(Opcode.ARRAY_LEN, (_, _) -> ArraySteps::length);
    steps.put(Opcode.ARRAY_FILL, (_, _) -> ArraySteps::fill);
    steps.put(Opcode.ARRAY_COPY, (_, _) -> ArraySteps::copy);
  }

  /** The field type of the elements of the array type at {@code typeIndex}. */
  static FieldType element(Instance instance, int typeIndex) {
    return ((ArrayType) instance.spaces().types().get(typeIndex).composite()).element();
  }

  /** The array that a reference points to. */
  static ArrayInstance array(Object reference) {
    if (reference instanceof ArrayInstance array) {
      return array;
    }
    throw new Trap(TrapReason.NULL_ARRAY_REFERENCE);
  }

  /** A new array with {@code length} default elements. */
  static ArrayInstance allocate(Instance instance, int typeIndex, long length) {
    if (length > instance.store().limits().arrayElements()) {
      throw new Trap(TrapReason.OUT_OF_MEMORY, "an array of " + length + " elements");
    }
    return instance.store().types().heap().newArray(instance.typeNumber(typeIndex), (int) length);
  }

  /** Traps unless {@code count} elements from {@code index} on are within the array. */
  static void check(ArrayInstance array, long index, long count) {
    if (index + count > array.length()) {
      throw new Trap(
          TrapReason.OUT_OF_BOUNDS_ARRAY_ACCESS,
          "of %d elements at index %d, the array has %d".formatted(count, index, array.length()));
    }
  }

  private static Step make(CodeReader code, Instance instance) {
    int type = code.index();
    return (s, sp) -> {
      ArrayInstance array = allocate(instance, type, s.u32(sp - 1));
      array.fill(0, s.i64(sp - 2), s.object(sp - 2), array.length());
      s.setObject(sp - 2, array);
      return sp - 1;
    };
  }

  private static Step makeDefault(CodeReader code, Instance instance) {
    int type = code.index();
    return (s, sp) -> {
      s.setObject(sp - 1, allocate(instance, type, s.u32(sp - 1)));
      return sp;
    };
  }

  private static Step makeFixed(CodeReader code, Instance instance) {
    int type = code.index();
    int length = code.index2();
    return (s, sp) -> {
      int base = sp - length;
      ArrayInstance array = allocate(instance, type, length);
      for (int i = 0; i < length; i++) {
        array.set(i, s.i64(base + i), s.object(base + i));
      }
      s.setObject(base, array);
      return base + 1;
    };
  }

  private static Step get(CodeReader code, Instance instance, boolean signed) {
    FieldType element = element(instance, code.index());
    boolean number = Fields.isNumber(element);
    LongUnaryOperator extension = Fields.extension(element.storage(), signed);
    return (s, sp) -> {
      ArrayInstance array = array(s.object(sp - 2));
      long index = s.u32(sp - 1);
      check(array, index, 1);
      if (number) {
        long bits = array.bits((int) index);
        s.set(sp - 2, extension.applyAsLong(bits));
      } else {
        s.setObject(sp - 2, array.object((int) index));
      }
      return sp - 1;
    };
  }

  private static int set(Slots s, int sp) {
    ArrayInstance array = array(s.object(sp - 3));
    check(array, s.u32(sp - 2), 1);
    array.set(s.i32(sp - 2), s.i64(sp - 1), s.object(sp - 1));
    return sp - 3;
  }

  private static int length(Slots s, int sp) {
    s.set(sp - 1, array(s.object(sp - 1)).length());
    return sp;
  }

  private static int fill(Slots s, int sp) {
    ArrayInstance array = array(s.object(sp - 4));
    check(array, s.u32(sp - 3), s.u32(sp - 1));
    array.fill(s.i32(sp - 3), s.i64(sp - 2), s.object(sp - 2), s.i32(sp - 1));
    return sp - 4;
  }

  private static int copy(Slots s, int sp) {
    ArrayInstance to = array(s.object(sp - 5));
    ArrayInstance from = array(s.object(sp - 3));
    check(to, s.u32(sp - 4), s.u32(sp - 1));
    check(from, s.u32(sp - 2), s.u32(sp - 1));
    to.copy(s.i32(sp - 4), from, s.i32(sp - 2), s.i32(sp - 1));
    return sp - 5;
  }
}
