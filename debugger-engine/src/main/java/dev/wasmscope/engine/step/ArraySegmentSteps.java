package dev.wasmscope.engine.step;

import dev.wasmscope.engine.numeric.V128;
import dev.wasmscope.engine.runtime.ArrayInstance;
import dev.wasmscope.engine.runtime.Instance;
import dev.wasmscope.engine.runtime.ObjectArray;
import dev.wasmscope.engine.trap.Trap;
import dev.wasmscope.engine.trap.TrapReason;
import dev.wasmscope.wasm.binary.CodeReader;
import dev.wasmscope.wasm.instr.Opcode;
import dev.wasmscope.wasm.module.ByteSlice;
import dev.wasmscope.wasm.type.StorageType;
import java.nio.ByteBuffer;
import java.util.Map;

/** Array instructions (§4.6.9) that take elements from segments. */
final class ArraySegmentSteps {

  private ArraySegmentSteps() {}

  static void register(Map<Opcode, StepFactory> steps) {
    steps.put(Opcode.ARRAY_NEW_DATA, ArraySegmentSteps::makeFromData);
    steps.put(Opcode.ARRAY_NEW_ELEM, ArraySegmentSteps::makeFromElements);
    steps.put(Opcode.ARRAY_INIT_DATA, ArraySegmentSteps::initFromData);
    steps.put(Opcode.ARRAY_INIT_ELEM, ArraySegmentSteps::initFromElements);
  }

  private static Step makeFromData(CodeReader code, Instance instance) {
    int type = code.index();
    int segment = code.index2();
    StorageType storage = ArraySteps.element(instance, type).storage();
    return (s, sp) -> {
      ByteSlice data = instance.data(segment);
      checkData(data, s.u32(sp - 2), s.u32(sp - 1), storage);
      ArrayInstance array = ArraySteps.allocate(instance, type, s.u32(sp - 1));
      read(data, s.i32(sp - 2), storage, array, 0, array.length());
      s.setObject(sp - 2, array);
      return sp - 1;
    };
  }

  private static Step initFromData(CodeReader code, Instance instance) {
    int segment = code.index2();
    StorageType storage = ArraySteps.element(instance, code.index()).storage();
    return (s, sp) -> {
      ArrayInstance array = ArraySteps.array(s.object(sp - 4));
      ByteSlice data = instance.data(segment);
      ArraySteps.check(array, s.u32(sp - 3), s.u32(sp - 1));
      checkData(data, s.u32(sp - 2), s.u32(sp - 1), storage);
      read(data, s.i32(sp - 2), storage, array, s.i32(sp - 3), s.i32(sp - 1));
      return sp - 4;
    };
  }

  private static Step makeFromElements(CodeReader code, Instance instance) {
    int type = code.index();
    int segment = code.index2();
    return (s, sp) -> {
      Object[] elements = instance.elements(segment);
      checkElements(elements, s.u32(sp - 2), s.u32(sp - 1));
      ArrayInstance array = ArraySteps.allocate(instance, type, s.u32(sp - 1));
      ((ObjectArray) array).copy(0, elements, s.i32(sp - 2), array.length());
      s.setObject(sp - 2, array);
      return sp - 1;
    };
  }

  private static Step initFromElements(CodeReader code, Instance instance) {
    int segment = code.index2();
    return (s, sp) -> {
      ArrayInstance array = ArraySteps.array(s.object(sp - 4));
      Object[] elements = instance.elements(segment);
      ArraySteps.check(array, s.u32(sp - 3), s.u32(sp - 1));
      checkElements(elements, s.u32(sp - 2), s.u32(sp - 1));
      ((ObjectArray) array).copy(s.i32(sp - 3), elements, s.i32(sp - 2), s.i32(sp - 1));
      return sp - 4;
    };
  }

  private static void checkData(ByteSlice data, long from, long count, StorageType storage) {
    if (from + count * Fields.width(storage) > data.length()) {
      throw new Trap(TrapReason.OUT_OF_BOUNDS_MEMORY_ACCESS, "in the data segment");
    }
  }

  private static void checkElements(Object[] elements, long from, long count) {
    if (from + count > elements.length) {
      throw new Trap(TrapReason.OUT_OF_BOUNDS_TABLE_ACCESS, "in the element segment");
    }
  }

  private static void read(
      ByteSlice data, int from, StorageType storage, ArrayInstance to, int index, int count) {
    ByteBuffer bytes = data.buffer();
    int width = Fields.width(storage);
    for (int i = 0; i < count; i++) {
      int at = from + i * width;
      switch (width) {
        case 1 -> to.set(index + i, bytes.get(at), null);
        case 2 -> to.set(index + i, bytes.getShort(at), null);
        case 4 -> to.set(index + i, bytes.getInt(at), null);
        case 8 -> to.set(index + i, bytes.getLong(at), null);
        default ->
            to.set(index + i, 0, new V128(bytes.getLong(at), bytes.getLong(at + Long.BYTES)));
      }
    }
  }
}
