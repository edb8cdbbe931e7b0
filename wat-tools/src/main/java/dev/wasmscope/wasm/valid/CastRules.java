package dev.wasmscope.wasm.valid;

import dev.wasmscope.wasm.instr.Opcode;
import dev.wasmscope.wasm.type.HeapType;
import java.util.Arrays;
import java.util.Map;

/** Casts and tests of references (§3.4.3), branching ones too (§3.4.8). */
final class CastRules {

  private CastRules() {}

  static Map<Opcode, Rule> all() {
    return Map.of(
        Opcode.REF_TEST, in -> test(in, false),
        Opcode.REF_TEST_NULL, in -> test(in, true),
        Opcode.REF_CAST, in -> cast(in, false),
        Opcode.REF_CAST_NULL, in -> cast(in, true),
        Opcode.BR_ON_CAST, in -> branch(in, true),
        Opcode.BR_ON_CAST_FAIL, in -> branch(in, false));
  }

  private static void test(CodeValidator in, boolean nullable) {
    popTop(in, nullable);
    in.push(TypeCodes.I32);
  }

  private static void cast(CodeValidator in, boolean nullable) {
    in.push(popTop(in, nullable));
  }

  /** Takes a reference of the target's hierarchy; gives the target. */
  private static int popTop(CodeValidator in, boolean nullable) {
    HeapType target = in.in.heapType();
    in.checkHeapType(target);
    in.pop(TypeCodes.ref(true, in.context.subtyping.top(target)));
    return TypeCodes.ref(nullable, target);
  }

  private static void branch(CodeValidator in, boolean onSuccess) {
    ControlFrame label = in.label(in.in.index());
    in.checkType(in.in.castSource());
    in.checkType(in.in.castTarget());
    int source = TypeCodes.of(in.in.castSource());
    int target = TypeCodes.of(in.in.castTarget());
    if (!in.context.matches(target, source)) {
      throw in.typeError(
          "cannot cast from " + TypeCodes.text(source) + " to " + TypeCodes.text(target));
    }
    // Where null passes the cast it cannot fail on null.
    int rest = TypeCodes.isNullable(target) ? TypeCodes.nonNull(source) : source;
    int taken = onSuccess ? target : rest;
    int[] types = label.labelTypes();
    if (types.length == 0 || !in.context.matches(taken, types[types.length - 1])) {
      throw in.typeError(
          "the label must take " + TypeCodes.text(taken) + ", found " + TypeCodes.text(types));
    }
    in.branch(label);
    in.pop(source);
    int[] below = Arrays.copyOf(types, types.length - 1);
    in.pop(below);
    in.push(below);
    in.push(onSuccess ? rest : target);
  }
}
