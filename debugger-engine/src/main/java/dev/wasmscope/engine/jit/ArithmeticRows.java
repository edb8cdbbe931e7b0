package dev.wasmscope.engine.jit;

import dev.wasmscope.wasm.instr.Opcode;
import java.util.EnumMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What instructions do with the bits of NaNs: see {@link Looseness}. Where vectors are records,
 * what computes them makes NaNs canonical at once.
 */
final class ArithmeticRows {

  private static final String NUMBER_ARITHMETIC =
      "f(32|64)\\.(add|sub|mul|div|sqrt|min|max|ceil|floor|nearest|promote.*|demote.*)";
  private static final String VECTOR_ARITHMETIC =
      "\\.(add|sub|mul|div|sqrt|min|max|ceil|floor|trunc|nearest|relaxed_(madd|nmadd|min|max))";
  private static final String VECTOR_COMPARISON = "\\.(eq|ne|lt|gt|le|ge)";

  private static final Map<Opcode, Looseness> RESULTS =
      rows(
          Map.of(
              Looseness.NUMBER,
              NUMBER_ARITHMETIC,
              Looseness.F32X4,
              "f32x4(" + VECTOR_ARITHMETIC + "|\\.demote_f64x2_zero)",
              Looseness.F64X2,
              "f64x2(" + VECTOR_ARITHMETIC + "|\\.promote_low_f32x4)"));

  private static final Map<Opcode, Looseness> OPERANDS =
      rows(
          Map.of(
              Looseness.NUMBER,
              NUMBER_ARITHMETIC + "|f(32|64)\\.(eq|ne|lt|gt|le|ge)|i(32|64)\\.trunc.*",
              Looseness.F32X4,
              "f32x4(%s|%s)|i32x4\\.(trunc_sat|relaxed_trunc)_f32x4_.|f64x2\\.promote_low_f32x4"
                  .formatted(VECTOR_ARITHMETIC, VECTOR_COMPARISON),
              Looseness.F64X2,
              "f64x2(%s|%s)|i32x4\\.(trunc_sat|relaxed_trunc)_f64x2_._zero|f32x4\\.demote_f64x2_zero"
                  .formatted(VECTOR_ARITHMETIC, VECTOR_COMPARISON)));

  private ArithmeticRows() {}

  /** Which NaNs of the result may have any bits before somebody looks. */
  static Looseness result(Opcode row) {
    return RESULTS.getOrDefault(row, Looseness.EXACT);
  }

  /** Of which NaNs of its operands the instruction does not look at the bits. */
  static Looseness operands(Opcode row) {
    return OPERANDS.getOrDefault(row, Looseness.EXACT);
  }

  private static Map<Opcode, Looseness> rows(Map<Looseness, String> mnemonics) {
    Map<Opcode, Looseness> rows = new EnumMap<>(Opcode.class);
    mnemonics.forEach(
        (looseness, mnemonic) -> {
          Pattern pattern = Pattern.compile(mnemonic);
          for (Opcode row : Opcode.values()) {
            if (pattern.matcher(row.mnemonic()).matches()) {
              rows.put(row, looseness);
            }
          }
        });
    return rows;
  }
}
