package dev.wasmscope.wasm.valid;

import dev.wasmscope.wasm.instr.Feature;
import dev.wasmscope.wasm.instr.FeatureOff;
import dev.wasmscope.wasm.instr.FeatureSet;
import dev.wasmscope.wasm.instr.Opcode;
import dev.wasmscope.wasm.instr.Signature;
import dev.wasmscope.wasm.source.DiagnosticCode;
import dev.wasmscope.wasm.source.DiagnosticException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The rule of every instruction: from the table of instructions where that says all, else from the
 * class of its family.
 */
final class RuleTable {

  private static final Rule[] ALL = new Rule[Opcode.values().length];
  private static final Map<FeatureSet, Rule[]> BY_FEATURES = new ConcurrentHashMap<>();
  private static final Map<FeatureSet, Rule[]> OF_CONSTANTS = new ConcurrentHashMap<>();

  static {
    for (Opcode opcode : Opcode.values()) {
      switch (opcode.signature()) {
        case Signature.Fixed fixed -> put(opcode, FixedRule.of(opcode, fixed));
        case Signature.Constant(var type) -> {
          int code = TypeCodes.of(type);
          put(opcode, in -> in.push(code));
        }
        case Signature.MemoryAccess access -> put(opcode, MemoryAccessRule.of(opcode, access));
        case Signature.Special _ -> {}
      }
    }
    ParametricRules.all().forEach(RuleTable::put);
    VariableRules.all().forEach(RuleTable::put);
    ControlRules.all().forEach(RuleTable::put);
    BranchRules.all().forEach(RuleTable::put);
    CallRules.all().forEach(RuleTable::put);
    ExceptionRules.all().forEach(RuleTable::put);
    LegacyExceptionRules.all().forEach(RuleTable::put);
    ReferenceRules.all().forEach(RuleTable::put);
    CastRules.all().forEach(RuleTable::put);
    StructRules.all().forEach(RuleTable::put);
    ArrayRules.all().forEach(RuleTable::put);
    TableRules.all().forEach(RuleTable::put);
    MemoryRules.all().forEach(RuleTable::put);
    StringRules.all().forEach(RuleTable::put);
  }

  private RuleTable() {}

  private static void put(Opcode opcode, Rule rule) {
    ALL[row(opcode)] = rule;
  }

  /** Where an opcode's rule stands. */
  @SuppressWarnings("EnumOrdinal") // an array index, the fastest there is; it is not kept
  static int row(Opcode opcode) {
    return opcode.ordinal();
  }

  /** Whether the instruction has a rule. */
  static boolean has(Opcode opcode) {
    return ALL[row(opcode)] != null;
  }

  /** The rules by {@link #row}; instructions of features that are off have one that says so. */
  static Rule[] of(FeatureSet features) {
    return BY_FEATURES.computeIfAbsent(features, RuleTable::make);
  }

  private static Rule[] make(FeatureSet features) {
    Rule[] rules = ALL.clone();
    for (Opcode opcode : Opcode.values()) {
      if (!features.has(opcode.feature())) {
        rules[row(opcode)] = in -> off(in, opcode.feature());
      }
    }
    return rules;
  }

  private static void off(CodeValidator in, Feature feature) {
    throw new DiagnosticException(
        FeatureOff.diagnostic(feature, in.in.opcode().mnemonic(), in.context.spans.of(in.site())));
  }

  /** The rules of constant expressions (§3.4.14). */
  static Rule[] ofConstants(FeatureSet features) {
    return OF_CONSTANTS.computeIfAbsent(features, RuleTable::makeConstants);
  }

  private static Rule[] makeConstants(FeatureSet features) {
    Rule[] all = of(features);
    Rule[] rules = new Rule[all.length];
    Arrays.fill(rules, (Rule) RuleTable::notConstant);
    for (Opcode opcode : CONSTANT) {
      rules[row(opcode)] = all[row(opcode)];
    }
    rules[row(Opcode.GLOBAL_GET)] = VariableRules::constantGlobalGet;
    rules[row(Opcode.REF_FUNC)] = ReferenceRules::constantRefFunc;
    boolean extended = features.has(Feature.EXTENDED_CONST);
    for (Opcode opcode : EXTENDED) {
      rules[row(opcode)] = extended ? all[row(opcode)] : in -> off(in, Feature.EXTENDED_CONST);
    }
    return rules;
  }

  private static void notConstant(CodeValidator in) {
    throw in.error(DiagnosticCode.CONSTANT_REQUIRED, ": found " + in.in.opcode().mnemonic());
  }

  private static final List<Opcode> EXTENDED =
      List.of(
          Opcode.I32_ADD,
          Opcode.I32_SUB,
          Opcode.I32_MUL,
          Opcode.I64_ADD,
          Opcode.I64_SUB,
          Opcode.I64_MUL);

  private static final List<Opcode> CONSTANT =
      List.of(
          Opcode.END,
          Opcode.I32_CONST,
          Opcode.I64_CONST,
          Opcode.F32_CONST,
          Opcode.F64_CONST,
          Opcode.V128_CONST,
          Opcode.GLOBAL_GET,
          Opcode.REF_NULL,
          Opcode.REF_FUNC,
          Opcode.REF_I31,
          Opcode.STRUCT_NEW,
          Opcode.STRUCT_NEW_DEFAULT,
          Opcode.ARRAY_NEW,
          Opcode.ARRAY_NEW_DEFAULT,
          Opcode.ARRAY_NEW_FIXED,
          Opcode.ANY_CONVERT_EXTERN,
          Opcode.EXTERN_CONVERT_ANY,
          Opcode.STRING_CONST);
}
