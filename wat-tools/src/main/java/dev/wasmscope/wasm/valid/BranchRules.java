package dev.wasmscope.wasm.valid;

import dev.wasmscope.wasm.instr.Opcode;
import java.util.Arrays;
import java.util.Map;

/** Branches (§3.4.8), those on null too. */
final class BranchRules {

  private BranchRules() {}

  static Map<Opcode, Rule> all() {
    return Map.of(
        Opcode.BR, BranchRules::br,
        Opcode.BR_IF, BranchRules::brIf,
        Opcode.BR_TABLE, BranchRules::brTable,
        Opcode.BR_ON_NULL, BranchRules::brOnNull,
        Opcode.BR_ON_NON_NULL, BranchRules::brOnNonNull,
        Opcode.RETURN, BranchRules::returns);
  }

  private static void br(CodeValidator in) {
    ControlFrame target = in.label(in.in.index());
    in.branch(target);
    in.pop(target.labelTypes());
    in.unreachable();
  }

  private static void brIf(CodeValidator in) {
    ControlFrame target = in.label(in.in.index());
    in.pop(TypeCodes.I32);
    branchOrStay(in, target, target.labelTypes());
  }

  /** What stays on the stack when the branch is not taken has the label's types. */
  private static void branchOrStay(CodeValidator in, ControlFrame target, int[] types) {
    in.branch(target);
    in.pop(types);
    in.push(types);
  }

  private static void brTable(CodeValidator in) {
    in.pop(TypeCodes.I32);
    int last = in.in.labelCount() - 1;
    int arity = in.label(in.in.label(last)).labelTypes().length;
    for (int i = 0; i <= last; i++) {
      ControlFrame target = in.label(in.in.label(i));
      int[] types = target.labelTypes();
      if (types.length != arity) {
        throw in.typeError(
            "labels take " + arity + " operands and " + TypeCodes.text(types) + " in one br_table");
      }
      if (!in.stack.endsWith(types)) {
        throw in.mismatch(types);
      }
      in.branch(target);
    }
    in.unreachable();
  }

  private static void returns(CodeValidator in) {
    in.pop(in.resultTypes());
    in.unreachable();
  }

  private static void brOnNull(CodeValidator in) {
    ControlFrame target = in.label(in.in.index());
    int ref = in.popRef();
    branchOrStay(in, target, target.labelTypes());
    in.push(TypeCodes.nonNull(ref));
  }

  private static void brOnNonNull(CodeValidator in) {
    ControlFrame target = in.label(in.in.index());
    int[] types = target.labelTypes();
    if (types.length == 0 || !TypeCodes.isRef(types[types.length - 1])) {
      throw in.typeError("the label must take a reference, found " + TypeCodes.text(types));
    }
    in.branch(target);
    int ref = TypeCodes.nonNull(in.popRef());
    int wanted = types[types.length - 1];
    if (!in.context.matches(ref, wanted)) {
      throw in.mismatch(TypeCodes.nullable(wanted));
    }
    int[] below = Arrays.copyOf(types, types.length - 1);
    in.pop(below);
    in.push(below);
  }
}
