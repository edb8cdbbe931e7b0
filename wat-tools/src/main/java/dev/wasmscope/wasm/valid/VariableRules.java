package dev.wasmscope.wasm.valid;

import dev.wasmscope.wasm.instr.Opcode;
import dev.wasmscope.wasm.source.DiagnosticCode;
import dev.wasmscope.wasm.type.GlobalType;
import java.util.Map;

/** Variable instructions (§3.4.7). */
final class VariableRules {

  private VariableRules() {}

  static Map<Opcode, Rule> all() {
    return Map.of(
        Opcode.LOCAL_GET, VariableRules::localGet,
        Opcode.LOCAL_SET, VariableRules::localSet,
        Opcode.LOCAL_TEE, VariableRules::localTee,
        Opcode.GLOBAL_GET, VariableRules::globalGet,
        Opcode.GLOBAL_SET, VariableRules::globalSet);
  }

  private static int local(CodeValidator in) {
    int type = in.locals.type(in.in.index());
    if (type == OperandStack.NONE) {
      throw in.unknown(DiagnosticCode.UNKNOWN_LOCAL, in.in.index());
    }
    return type;
  }

  private static void localGet(CodeValidator in) {
    int type = local(in);
    if (in.locals.isUnset(in.in.index())) {
      throw in.unknown(DiagnosticCode.UNINITIALIZED_LOCAL, in.in.index());
    }
    in.push(type);
  }

  private static void localSet(CodeValidator in) {
    in.pop(local(in));
    in.locals.set(in.in.index());
  }

  private static void localTee(CodeValidator in) {
    int type = local(in);
    in.pop(type);
    in.locals.set(in.in.index());
    in.push(type);
  }

  private static GlobalType global(CodeValidator in, int visible) {
    if (Integer.compareUnsigned(in.in.index(), visible) >= 0) {
      throw in.unknown(DiagnosticCode.UNKNOWN_GLOBAL, in.in.index());
    }
    return in.context.globals().get(in.in.index());
  }

  private static void globalGet(CodeValidator in) {
    in.push(TypeCodes.of(global(in, in.context.globals().size()).type()));
  }

  /** Constant expressions read only what cannot change and what came before. */
  static void constantGlobalGet(CodeValidator in) {
    GlobalType global = global(in, in.visibleGlobals);
    if (global.mutable()) {
      throw in.error(DiagnosticCode.CONSTANT_REQUIRED, ": the global is mutable");
    }
    in.push(TypeCodes.of(global.type()));
  }

  private static void globalSet(CodeValidator in) {
    GlobalType global = global(in, in.context.globals().size());
    if (!global.mutable()) {
      throw in.unknown(DiagnosticCode.IMMUTABLE_GLOBAL, in.in.index());
    }
    in.pop(TypeCodes.of(global.type()));
  }
}
