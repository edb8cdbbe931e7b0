package dev.wasmscope.engine.step;

import dev.wasmscope.engine.runtime.Instance;
import dev.wasmscope.engine.trap.Trap;
import dev.wasmscope.engine.trap.TrapReason;
import dev.wasmscope.wasm.binary.CodeReader;
import dev.wasmscope.wasm.instr.Opcode;
import java.util.Map;

/** String instructions (reference-typed strings proposal) that work on strings alone. */
final class StringSteps {

  private StringSteps() {}

  static void register(Map<Opcode, StepFactory> steps) {
    steps.put(Opcode.STRING_CONST, StringSteps::constant);
    steps.put(Opcode.STRING_MEASURE_UTF8, (_, _) -> StringSteps::measureUtf8);
    steps.put(Opcode.STRING_MEASURE_WTF8, (_, _) -> StringSteps::measureWtf8);
    steps.put(Opcode.STRING_MEASURE_WTF16, (_, _) -> StringSteps::length);
    steps.put(Opcode.STRING_CONCAT, (_, _) -> StringSteps::concat);
    steps.put(Opcode.STRING_EQ, (_, _) -> StringSteps::eq);
    steps.put(Opcode.STRING_COMPARE, (_, _) -> StringSteps::compare);
    steps.put(Opcode.STRING_IS_USV_SEQUENCE, (_, _) -> StringSteps::isUsvSequence);
    steps.put(Opcode.STRING_FROM_CODE_POINT, (_, _) -> StringSteps::fromCodePoint);
    // A view of units is the string itself.
    steps.put(Opcode.STRING_AS_WTF16, (_, _) -> StringSteps::asView);
    steps.put(Opcode.STRINGVIEW_WTF16_LENGTH, (_, _) -> StringSteps::length);
    steps.put(Opcode.STRINGVIEW_WTF16_GET_CODEUNIT, (_, _) -> StringSteps::unit);
    steps.put(Opcode.STRINGVIEW_WTF16_SLICE, (_, _) -> StringSteps::slice);
  }

  /** The string that a reference points to. */
  static String string(Object reference) {
    if (reference instanceof String string) {
      return string;
    }
    throw new Trap(TrapReason.NULL_REFERENCE, "to a string");
  }

  /** The units from {@code from} to {@code to}, as far as there are any. */
  static String part(String string, long from, long to) {
    int end = (int) Math.min(to, string.length());
    return from >= end ? "" : string.substring((int) from, end);
  }

  private static Step constant(CodeReader code, Instance instance) {
    byte[] literal = instance.module().strings().get(code.index()).toBytes();
    String string = StringEncoding.WTF8.decode(literal);
    return (s, sp) -> {
      s.setObject(sp, string);
      return sp + 1;
    };
  }

  private static int measureUtf8(Slots s, int sp) {
    String string = string(s.object(sp - 1));
    boolean encodable = StringEncoding.isUsvSequence(string);
    s.set(sp - 1, encodable ? StringEncoding.UTF8.encode(string).length : -1);
    return sp;
  }

  private static int measureWtf8(Slots s, int sp) {
    s.set(sp - 1, StringEncoding.WTF8.encode(string(s.object(sp - 1))).length);
    return sp;
  }

  private static int length(Slots s, int sp) {
    s.set(sp - 1, string(s.object(sp - 1)).length());
    return sp;
  }

  private static int concat(Slots s, int sp) {
    s.setObject(sp - 2, string(s.object(sp - 2)) + string(s.object(sp - 1)));
    return sp - 1;
  }

  private static int eq(Slots s, int sp) {
    s.set(sp - 2, java.util.Objects.equals(s.object(sp - 2), s.object(sp - 1)) ? 1 : 0);
    return sp - 1;
  }

  private static int compare(Slots s, int sp) {
    int[] a = string(s.object(sp - 2)).codePoints().toArray();
    int[] b = string(s.object(sp - 1)).codePoints().toArray();
    s.set(sp - 2, Integer.signum(java.util.Arrays.compare(a, b)));
    return sp - 1;
  }

  private static int isUsvSequence(Slots s, int sp) {
    s.set(sp - 1, StringEncoding.isUsvSequence(string(s.object(sp - 1))) ? 1 : 0);
    return sp;
  }

  private static int fromCodePoint(Slots s, int sp) {
    int codePoint = s.i32(sp - 1);
    if (!Character.isValidCodePoint(codePoint)) {
      throw new Trap(TrapReason.INVALID_STRING, "code point 0x%x".formatted(codePoint));
    }
    s.setObject(sp - 1, Character.toString(codePoint));
    return sp;
  }

  private static int asView(Slots s, int sp) {
    string(s.object(sp - 1));
    return sp;
  }

  private static int unit(Slots s, int sp) {
    String string = string(s.object(sp - 2));
    long index = s.u32(sp - 1);
    if (index >= string.length()) {
      throw new Trap(
          TrapReason.OUT_OF_BOUNDS_STRING_ACCESS,
          "at index %d, the string has %d units".formatted(index, string.length()));
    }
    s.set(sp - 2, string.charAt((int) index));
    return sp - 1;
  }

  private static int slice(Slots s, int sp) {
    s.setObject(sp - 3, part(string(s.object(sp - 3)), s.u32(sp - 2), s.u32(sp - 1)));
    return sp - 2;
  }
}
