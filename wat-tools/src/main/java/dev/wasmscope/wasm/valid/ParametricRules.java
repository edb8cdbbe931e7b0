package dev.wasmscope.wasm.valid;

import dev.wasmscope.wasm.instr.Opcode;
import dev.wasmscope.wasm.source.DiagnosticCode;
import java.util.Map;

/** Parametric instructions (§3.4.6), {@code nop} and {@code atomic.fence}. */
final class ParametricRules {

  private ParametricRules() {}

  static Map<Opcode, Rule> all() {
    return Map.of(
        Opcode.NOP, _ -> {},
        Opcode.ATOMIC_FENCE, _ -> {},
        Opcode.DROP, CodeValidator::popAny,
        Opcode.SELECT, ParametricRules::select,
        Opcode.SELECT_T, ParametricRules::selectTyped);
  }

  private static void select(CodeValidator in) {
    in.pop(TypeCodes.I32);
    int second = in.popAny();
    int first = in.popAny();
    if (TypeCodes.isRef(first) || TypeCodes.isRef(second)) {
      throw in.typeError("references need a select with a type");
    }
    if (first != second && first != TypeCodes.BOTTOM && second != TypeCodes.BOTTOM) {
      throw in.typeError(
          "select chooses between " + TypeCodes.text(first) + " and " + TypeCodes.text(second));
    }
    in.push(first == TypeCodes.BOTTOM ? second : first);
  }

  private static void selectTyped(CodeValidator in) {
    if (in.in.valTypes().size() != 1) {
      throw in.error(DiagnosticCode.RESULT_ARITY, ": expected 1, found " + in.in.valTypes().size());
    }
    in.checkType(in.in.valTypes().get(0));
    int type = TypeCodes.of(in.in.valTypes().get(0));
    in.pop(type, type, TypeCodes.I32);
    in.push(type);
  }
}
