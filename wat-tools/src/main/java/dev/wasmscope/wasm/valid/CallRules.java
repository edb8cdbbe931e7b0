package dev.wasmscope.wasm.valid;

import dev.wasmscope.wasm.instr.Opcode;
import dev.wasmscope.wasm.source.DiagnosticCode;
import dev.wasmscope.wasm.type.TableType;
import java.util.Map;

/** Calls (§3.4.8), those in tail position too. */
final class CallRules {

  private CallRules() {}

  static Map<Opcode, Rule> all() {
    return Map.of(
        Opcode.CALL, in -> call(in, callee(in)),
        Opcode.CALL_INDIRECT, in -> call(in, indirect(in)),
        Opcode.CALL_REF, in -> call(in, reference(in)),
        Opcode.RETURN_CALL, in -> tailCall(in, callee(in)),
        Opcode.RETURN_CALL_INDIRECT, in -> tailCall(in, indirect(in)),
        Opcode.RETURN_CALL_REF, in -> tailCall(in, reference(in)));
  }

  private static CodeType callee(CodeValidator in) {
    int function = in.in.index();
    if (!in.context.hasFunction(function)) {
      throw in.unknown(DiagnosticCode.UNKNOWN_FUNCTION, function);
    }
    return in.context.signatureOf(function);
  }

  private static CodeType indirect(CodeValidator in) {
    TableType table = TableRules.table(in, in.in.index2());
    CodeType type = in.functionType(in.in.index());
    if (!in.context.matches(TypeCodes.of(table.element()), TypeCodes.FUNCREF)) {
      throw in.typeError("the table holds " + table.element() + ", functions were expected");
    }
    in.pop(TypeCodes.of(table.address().type()));
    return type;
  }

  private static CodeType reference(CodeValidator in) {
    CodeType type = in.functionType(in.in.index());
    in.pop(TypeCodes.nullable(TypeCodes.ref(in.in.index())));
    return type;
  }

  private static void call(CodeValidator in, CodeType type) {
    in.pop(type.params);
    in.push(type.results);
  }

  private static void tailCall(CodeValidator in, CodeType type) {
    if (!in.context.matches(type.results, in.resultTypes())) {
      throw in.typeError(
          "the function returns "
              + TypeCodes.text(in.resultTypes())
              + ", the callee "
              + TypeCodes.text(type.results));
    }
    in.pop(type.params);
    in.unreachable();
  }
}
