package dev.wasmscope.engine.jit;

import dev.wasmscope.wasm.instr.Opcode;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What instructions do with the bits of NaNs: see {@link Looseness}. Where vectors are records,
 * what computes them makes NaNs canonical at once.
 */
final class ArithmeticRows {

  private static final Set<String> ARITHMETIC =
      Set.of("add", "sub", "mul", "div", "sqrt", "min", "max", "ceil", "floor", "nearest");
  private static final Set<String> OF_VECTORS_ONLY =
      Set.of("trunc", "relaxed_madd", "relaxed_nmadd", "relaxed_min", "relaxed_max");
  private static final Set<String> COMPARISONS = Set.of("eq", "ne", "lt", "gt", "le", "ge");

  private static final Map<Opcode, Looseness> RESULTS = new ConcurrentHashMap<>();
  private static final Map<Opcode, Looseness> OPERANDS = new ConcurrentHashMap<>();

  private ArithmeticRows() {}

  /** Which NaNs of the result may have any bits before somebody looks. */
  static Looseness result(Opcode row) {
    return RESULTS.computeIfAbsent(row, r -> Mnemonic.of(r).result());
  }

  /** Of which NaNs of its operands the instruction does not look at the bits. */
  static Looseness operands(Opcode row) {
    return OPERANDS.computeIfAbsent(row, r -> Mnemonic.of(r).operands());
  }

  /** The shape of numbers or vectors, and what is done with them. */
  private record Mnemonic(String shape, String operation) {

    static Mnemonic of(Opcode row) {
      String mnemonic = row.mnemonic();
      int dot = mnemonic.indexOf('.');
      return new Mnemonic(mnemonic.substring(0, Math.max(dot, 0)), mnemonic.substring(dot + 1));
    }

    Looseness result() {
      return switch (shape) {
        case "f32", "f64" -> isNumberArithmetic() ? Looseness.NUMBER : Looseness.EXACT;
        case "f32x4", "f64x2" ->
            isVectorArithmetic() || isVectorConversion() ? ofShape() : Looseness.EXACT;
        default -> Looseness.EXACT;
      };
    }

    Looseness operands() {
      return switch (shape) {
        case "f32", "f64" ->
            isNumberArithmetic() || isComparison() ? Looseness.NUMBER : Looseness.EXACT;
        case "i32", "i64" -> operation.startsWith("trunc") ? Looseness.NUMBER : Looseness.EXACT;
        case "f32x4", "f64x2" -> operandsOfVectors();
        case "i32x4" -> operandsOfTruncation();
        default -> Looseness.EXACT;
      };
    }

    private Looseness operandsOfVectors() {
      if (isVectorConversion()) {
        return ofShape() == Looseness.F32X4 ? Looseness.F64X2 : Looseness.F32X4;
      }
      return isVectorArithmetic() || isComparison() ? ofShape() : Looseness.EXACT;
    }

    private Looseness operandsOfTruncation() {
      if (!operation.startsWith("trunc_sat_f") && !operation.startsWith("relaxed_trunc_f")) {
        return Looseness.EXACT;
      }
      return operation.contains("f32x4") ? Looseness.F32X4 : Looseness.F64X2;
    }

    private Looseness ofShape() {
      return shape.equals("f32x4") ? Looseness.F32X4 : Looseness.F64X2;
    }

    private boolean isNumberArithmetic() {
      return ARITHMETIC.contains(operation)
          || operation.startsWith("promote")
          || operation.startsWith("demote");
    }

    private boolean isVectorArithmetic() {
      return ARITHMETIC.contains(operation) || OF_VECTORS_ONLY.contains(operation);
    }

    private boolean isVectorConversion() {
      return operation.startsWith("promote") || operation.startsWith("demote");
    }

    private boolean isComparison() {
      return COMPARISONS.contains(operation);
    }
  }
}
