package dev.wasmscope.engine.step;

import dev.wasmscope.engine.runtime.ArrayInstance;
import dev.wasmscope.engine.runtime.Instance;
import dev.wasmscope.engine.runtime.MemoryInstance;
import dev.wasmscope.wasm.binary.CodeReader;
import dev.wasmscope.wasm.instr.Opcode;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Map;

/** String instructions (reference-typed strings proposal) that read and write memory or arrays. */
final class StringTransferSteps {

  private StringTransferSteps() {}

  static void register(Map<Opcode, StepFactory> steps) {
    memory(steps, StringEncoding.UTF8, Opcode.STRING_NEW_UTF8, Opcode.STRING_ENCODE_UTF8);
    memory(
        steps,
        StringEncoding.LOSSY_UTF8,
        Opcode.STRING_NEW_LOSSY_UTF8,
        Opcode.STRING_ENCODE_LOSSY_UTF8);
    memory(steps, StringEncoding.WTF8, Opcode.STRING_NEW_WTF8, Opcode.STRING_ENCODE_WTF8);
    memory(steps, StringEncoding.WTF16, Opcode.STRING_NEW_WTF16, Opcode.STRING_ENCODE_WTF16);
    steps.put(Opcode.STRINGVIEW_WTF16_ENCODE, StringTransferSteps::encodePart);
    array(
        steps, StringEncoding.UTF8, Opcode.STRING_NEW_UTF8_ARRAY, Opcode.STRING_ENCODE_UTF8_ARRAY);
    array(
        steps,
        StringEncoding.LOSSY_UTF8,
        Opcode.STRING_NEW_LOSSY_UTF8_ARRAY,
        Opcode.STRING_ENCODE_LOSSY_UTF8_ARRAY);
    array(
        steps, StringEncoding.WTF8, Opcode.STRING_NEW_WTF8_ARRAY, Opcode.STRING_ENCODE_WTF8_ARRAY);
    array(
        steps,
        StringEncoding.WTF16,
        Opcode.STRING_NEW_WTF16_ARRAY,
        Opcode.STRING_ENCODE_WTF16_ARRAY);
  }

  private static void memory(
      Map<Opcode, StepFactory> steps, StringEncoding encoding, Opcode read, Opcode write) {
    steps.put(read, (code, instance) -> fromMemory(code, instance, encoding));
    steps.put(write, (code, instance) -> toMemory(code, instance, encoding));
  }

  private static void array(
      Map<Opcode, StepFactory> steps, StringEncoding encoding, Opcode read, Opcode write) {
    steps.put(read, (_, _) -> (s, sp) -> fromArray(s, sp, encoding));
    steps.put(write, (_, _) -> (s, sp) -> toArray(s, sp, encoding));
  }

  private static Step fromMemory(CodeReader code, Instance instance, StringEncoding encoding) {
    MemoryInstance memory = instance.memory(code.index());
    return (s, sp) -> {
      long length = s.u32(sp - 1) * encoding.unit();
      MemorySegment bytes = memory.slice(s.address(sp - 2, memory.is64()), length);
      s.setObject(sp - 2, encoding.decode(bytes.toArray(ValueLayout.JAVA_BYTE)));
      return sp - 1;
    };
  }

  private static Step toMemory(CodeReader code, Instance instance, StringEncoding encoding) {
    MemoryInstance memory = instance.memory(code.index());
    return (s, sp) -> {
      byte[] bytes = encoding.encode(StringSteps.string(s.object(sp - 2)));
      write(memory, s.address(sp - 1, memory.is64()), bytes);
      s.set(sp - 2, bytes.length / encoding.unit());
      return sp - 1;
    };
  }

  private static Step encodePart(CodeReader code, Instance instance) {
    MemoryInstance memory = instance.memory(code.index());
    return (s, sp) -> {
      long from = s.u32(sp - 2);
      String string = StringSteps.string(s.object(sp - 4));
      String part = StringSteps.part(string, from, from + s.u32(sp - 1));
      write(memory, s.address(sp - 3, memory.is64()), StringEncoding.WTF16.encode(part));
      s.set(sp - 4, part.length());
      return sp - 3;
    };
  }

  private static void write(MemoryInstance memory, long address, byte[] bytes) {
    memory.slice(address, bytes.length).copyFrom(MemorySegment.ofArray(bytes));
  }

  private static int fromArray(Slots s, int sp, StringEncoding encoding) {
    ArrayInstance array = ArraySteps.array(s.object(sp - 3));
    long from = s.u32(sp - 2);
    long length = Math.max(s.u32(sp - 1) - from, 0);
    ArraySteps.check(array, from, length);
    byte[] bytes = new byte[Math.toIntExact(length * encoding.unit())];
    for (int i = 0; i < bytes.length; i++) {
      long unit = array.bits((int) from + i / encoding.unit());
      bytes[i] = (byte) (unit >>> ((i % encoding.unit()) * Byte.SIZE));
    }
    s.setObject(sp - 3, encoding.decode(bytes));
    return sp - 2;
  }

  private static int toArray(Slots s, int sp, StringEncoding encoding) {
    byte[] bytes = encoding.encode(StringSteps.string(s.object(sp - 3)));
    ArrayInstance array = ArraySteps.array(s.object(sp - 2));
    int length = bytes.length / encoding.unit();
    ArraySteps.check(array, s.u32(sp - 1), length);
    for (int i = 0; i < length; i++) {
      int at = i * encoding.unit();
      int high = encoding.unit() == 1 ? 0 : bytes[at + 1] << Byte.SIZE;
      array.set(s.i32(sp - 1) + i, (bytes[at] & 0xff) | high, null);
    }
    s.set(sp - 3, length);
    return sp - 2;
  }
}
