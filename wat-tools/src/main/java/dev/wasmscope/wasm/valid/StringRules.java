package dev.wasmscope.wasm.valid;

import dev.wasmscope.wasm.instr.Opcode;
import dev.wasmscope.wasm.source.DiagnosticCode;
import dev.wasmscope.wasm.type.AbsHeapType;
import dev.wasmscope.wasm.type.ArrayType;
import dev.wasmscope.wasm.type.HeapType;
import dev.wasmscope.wasm.type.PackedType;
import dev.wasmscope.wasm.type.TypeIndex;
import java.util.EnumMap;
import java.util.Map;

/** Strings (reference-typed strings proposal). */
final class StringRules {

  private static final int STRING = TypeCodes.STRINGREF;
  private static final int NEW_STRING = TypeCodes.nonNull(STRING);
  private static final int VIEW = TypeCodes.ref(true, AbsHeapType.STRINGVIEW_WTF16);
  private static final int I32 = TypeCodes.I32;

  private final Map<Opcode, Rule> rules = new EnumMap<>(Opcode.class);

  private StringRules() {}

  static Map<Opcode, Rule> all() {
    var all = new StringRules();
    all.literals();
    all.plain();
    all.memories();
    all.arrays();
    return all.rules;
  }

  private void literals() {
    rules.put(
        Opcode.STRING_CONST,
        in -> {
          if (Integer.compareUnsigned(in.in.index(), in.context.module.strings().size()) >= 0) {
            throw in.unknown(DiagnosticCode.UNKNOWN_STRING, in.in.index());
          }
          in.push(NEW_STRING);
        });
  }

  private void plain() {
    fixed(Opcode.STRING_MEASURE_UTF8, I32, STRING);
    fixed(Opcode.STRING_MEASURE_WTF8, I32, STRING);
    fixed(Opcode.STRING_MEASURE_WTF16, I32, STRING);
    fixed(Opcode.STRING_CONCAT, NEW_STRING, STRING, STRING);
    fixed(Opcode.STRING_EQ, I32, STRING, STRING);
    fixed(Opcode.STRING_IS_USV_SEQUENCE, I32, STRING);
    fixed(Opcode.STRING_AS_WTF16, TypeCodes.nonNull(VIEW), STRING);
    fixed(Opcode.STRINGVIEW_WTF16_LENGTH, I32, VIEW);
    fixed(Opcode.STRINGVIEW_WTF16_GET_CODEUNIT, I32, VIEW, I32);
    fixed(Opcode.STRINGVIEW_WTF16_SLICE, NEW_STRING, VIEW, I32, I32);
    fixed(Opcode.STRING_COMPARE, I32, STRING, STRING);
    fixed(Opcode.STRING_FROM_CODE_POINT, NEW_STRING, I32);
  }

  private void memories() {
    fromMemory(Opcode.STRING_NEW_UTF8);
    fromMemory(Opcode.STRING_NEW_LOSSY_UTF8);
    fromMemory(Opcode.STRING_NEW_WTF8);
    fromMemory(Opcode.STRING_NEW_WTF16);
    toMemory(Opcode.STRING_ENCODE_UTF8);
    toMemory(Opcode.STRING_ENCODE_LOSSY_UTF8);
    toMemory(Opcode.STRING_ENCODE_WTF8);
    toMemory(Opcode.STRING_ENCODE_WTF16);
    rules.put(
        Opcode.STRINGVIEW_WTF16_ENCODE,
        in -> {
          in.pop(new int[] {VIEW, MemoryRules.address(in, in.in.index()), I32, I32});
          in.push(I32);
        });
  }

  private void arrays() {
    fromArray(Opcode.STRING_NEW_UTF8_ARRAY, PackedType.I8);
    fromArray(Opcode.STRING_NEW_LOSSY_UTF8_ARRAY, PackedType.I8);
    fromArray(Opcode.STRING_NEW_WTF8_ARRAY, PackedType.I8);
    fromArray(Opcode.STRING_NEW_WTF16_ARRAY, PackedType.I16);
    toArray(Opcode.STRING_ENCODE_UTF8_ARRAY, PackedType.I8);
    toArray(Opcode.STRING_ENCODE_LOSSY_UTF8_ARRAY, PackedType.I8);
    toArray(Opcode.STRING_ENCODE_WTF8_ARRAY, PackedType.I8);
    toArray(Opcode.STRING_ENCODE_WTF16_ARRAY, PackedType.I16);
  }

  private void fixed(Opcode opcode, int result, int... params) {
    rules.put(opcode, new FixedRule(params, new int[] {result}));
  }

  private void fromMemory(Opcode opcode) {
    rules.put(
        opcode,
        in -> {
          in.pop(MemoryRules.address(in, in.in.index()), I32);
          in.push(NEW_STRING);
        });
  }

  private void toMemory(Opcode opcode) {
    rules.put(
        opcode,
        in -> {
          in.pop(STRING, MemoryRules.address(in, in.in.index()));
          in.push(I32);
        });
  }

  private void fromArray(Opcode opcode, PackedType unit) {
    rules.put(
        opcode,
        in -> {
          in.pop(I32, I32);
          popArray(in, unit);
          in.push(NEW_STRING);
        });
  }

  private void toArray(Opcode opcode, PackedType unit) {
    rules.put(
        opcode,
        in -> {
          in.pop(I32);
          popArray(in, unit);
          in.pop(STRING);
          in.push(I32);
        });
  }

  private static void popArray(CodeValidator in, PackedType unit) {
    int found = in.popRef();
    if (!TypeCodes.isBottomHeap(found) && !isArrayOf(in, TypeCodes.heap(found), unit)) {
      throw in.typeError("an array of " + unit + " was expected, found " + TypeCodes.text(found));
    }
  }

  private static boolean isArrayOf(CodeValidator in, HeapType heap, PackedType unit) {
    return heap == AbsHeapType.NONE
        || (heap instanceof TypeIndex(int index)
            && in.context.types.get(index).composite() instanceof ArrayType(var element)
            && element.storage() == unit);
  }
}
