package dev.wasmscope.wasm.valid;

import dev.wasmscope.wasm.instr.Feature;
import dev.wasmscope.wasm.instr.FeatureOff;
import dev.wasmscope.wasm.instr.FeatureSet;
import dev.wasmscope.wasm.instr.Opcode;
import dev.wasmscope.wasm.instr.Signature;
import dev.wasmscope.wasm.source.DiagnosticCode;
import dev.wasmscope.wasm.source.DiagnosticException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * The rule of every instruction where some features may be used: from the table of instructions
 * where that says all, else from the class of its family. A rule is made when its instruction first
 * occurs: making all of them takes longer than the validation of a small module.
 */
final class RuleTable {

  private static final Map<FeatureSet, RuleTable> OF_FUNCTIONS = new ConcurrentHashMap<>();
  private static final Map<FeatureSet, RuleTable> OF_CONSTANTS = new ConcurrentHashMap<>();

  private final Function<Opcode, Rule> maker;

  /** By the place of the instruction in its table; threads may make the same rule twice. */
  private final Rule[] rules = new Rule[Opcode.values().length];

  private RuleTable(Function<Opcode, Rule> maker) {
    this.maker = maker;
  }

  /** The rules of functions; instructions of features that are off have one that says so. */
  static RuleTable ofFunctions(FeatureSet features) {
    return OF_FUNCTIONS.computeIfAbsent(
        features, set -> new RuleTable(opcode -> inFunction(opcode, set)));
  }

  /** The rules of constant expressions (§3.4.14). */
  static RuleTable ofConstants(FeatureSet features) {
    return OF_CONSTANTS.computeIfAbsent(
        features, set -> new RuleTable(opcode -> inConstant(opcode, set)));
  }

  /** The rule of an instruction. */
  @SuppressWarnings("EnumOrdinal") // an array index, the fastest there is; it is not kept
  Rule of(Opcode opcode) {
    Rule known = rules[opcode.ordinal()];
    if (known != null) {
      return known;
    }
    Rule made = maker.apply(opcode);
    rules[opcode.ordinal()] = made;
    return made;
  }

  private static Rule inFunction(Opcode opcode, FeatureSet features) {
    if (!features.has(opcode.feature())) {
      return in -> off(in, opcode.feature());
    }
    return switch (opcode.signature()) {
      case Signature.Fixed fixed -> FixedRule.of(opcode, fixed);
      case Signature.Constant(var type) -> {
        int code = TypeCodes.of(type);
        yield in -> in.push(code);
      }
      case Signature.MemoryAccess access -> MemoryAccessRule.of(opcode, access);
      case Signature.Special _ -> SpecialRules.of(opcode);
    };
  }

  private static Rule inConstant(Opcode opcode, FeatureSet features) {
    return switch (opcode) {
      case GLOBAL_GET -> VariableRules::constantGlobalGet;
      case REF_FUNC -> ReferenceRules::constantRefFunc;
      case I32_ADD, I32_SUB, I32_MUL, I64_ADD, I64_SUB, I64_MUL ->
          features.has(Feature.EXTENDED_CONST)
              ? inFunction(opcode, features)
              : in -> off(in, Feature.EXTENDED_CONST);
      case END,
          I32_CONST,
          I64_CONST,
          F32_CONST,
          F64_CONST,
          V128_CONST,
          REF_NULL,
          REF_I31,
          STRUCT_NEW,
          STRUCT_NEW_DEFAULT,
          ARRAY_NEW,
          ARRAY_NEW_DEFAULT,
          ARRAY_NEW_FIXED,
          ANY_CONVERT_EXTERN,
          EXTERN_CONVERT_ANY,
          STRING_CONST ->
          inFunction(opcode, features);
      default -> RuleTable::notConstant;
    };
  }

  private static void off(CodeValidator in, Feature feature) {
    throw new DiagnosticException(
        FeatureOff.diagnostic(feature, in.in.opcode().mnemonic(), in.context.spans.of(in.site())));
  }

  private static void notConstant(CodeValidator in) {
    throw in.error(DiagnosticCode.CONSTANT_REQUIRED, ": found " + in.in.opcode().mnemonic());
  }
}
