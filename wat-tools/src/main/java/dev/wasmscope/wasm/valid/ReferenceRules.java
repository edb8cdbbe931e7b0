package dev.wasmscope.wasm.valid;

import dev.wasmscope.wasm.instr.Opcode;
import dev.wasmscope.wasm.source.DiagnosticCode;
import dev.wasmscope.wasm.type.AbsHeapType;
import java.util.Map;

/** Reference instructions (§3.4.3), 31-bit integers and conversions of external references. */
final class ReferenceRules {

  private ReferenceRules() {}

  static Map<Opcode, Rule> all() {
    return Map.ofEntries(
        Map.entry(Opcode.REF_NULL, ReferenceRules::refNull),
        Map.entry(Opcode.REF_IS_NULL, ReferenceRules::refIsNull),
        Map.entry(Opcode.REF_FUNC, ReferenceRules::refFunc),
        Map.entry(Opcode.REF_EQ, ReferenceRules::refEq),
        Map.entry(Opcode.REF_AS_NON_NULL, in -> in.push(TypeCodes.nonNull(in.popRef()))),
        Map.entry(Opcode.REF_I31, ReferenceRules::refI31),
        Map.entry(Opcode.I31_GET_S, ReferenceRules::i31Get),
        Map.entry(Opcode.I31_GET_U, ReferenceRules::i31Get),
        Map.entry(
            Opcode.ANY_CONVERT_EXTERN, in -> convert(in, AbsHeapType.EXTERN, AbsHeapType.ANY)),
        Map.entry(
            Opcode.EXTERN_CONVERT_ANY, in -> convert(in, AbsHeapType.ANY, AbsHeapType.EXTERN)));
  }

  private static void refNull(CodeValidator in) {
    in.checkHeapType(in.in.heapType());
    in.push(TypeCodes.ref(true, in.in.heapType()));
  }

  private static void refIsNull(CodeValidator in) {
    in.popRef();
    in.push(TypeCodes.I32);
  }

  private static void refFunc(CodeValidator in) {
    constantRefFunc(in);
    if (!in.context.declared.get(in.in.index())) {
      throw in.error(
          DiagnosticCode.UNDECLARED_FUNCTION,
          ": function "
              + in.in.index()
              + " must be exported or stand in an element segment, table or global");
    }
  }

  static void constantRefFunc(CodeValidator in) {
    int function = in.in.index();
    if (!in.context.hasFunction(function)) {
      throw in.unknown(DiagnosticCode.UNKNOWN_FUNCTION, function);
    }
    in.push(TypeCodes.ref(in.context.functions[function]));
  }

  private static void refEq(CodeValidator in) {
    in.pop(TypeCodes.EQREF, TypeCodes.EQREF);
    in.push(TypeCodes.I32);
  }

  private static void refI31(CodeValidator in) {
    in.pop(TypeCodes.I32);
    in.push(TypeCodes.nonNull(TypeCodes.I31REF));
  }

  private static void i31Get(CodeValidator in) {
    in.pop(TypeCodes.I31REF);
    in.push(TypeCodes.I32);
  }

  private static void convert(CodeValidator in, AbsHeapType from, AbsHeapType to) {
    int found = in.popRef();
    if (!in.context.matches(found, TypeCodes.ref(true, from))) {
      throw in.mismatch(TypeCodes.ref(true, from));
    }
    in.push(TypeCodes.ref(TypeCodes.isNullable(found), to));
  }
}
