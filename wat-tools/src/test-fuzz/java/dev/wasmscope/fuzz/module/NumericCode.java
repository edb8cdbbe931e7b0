package dev.wasmscope.fuzz.module;

import dev.wasmscope.wasm.binary.Operand;
import dev.wasmscope.wasm.instr.Immediate;
import dev.wasmscope.wasm.instr.Opcode;
import dev.wasmscope.wasm.instr.Signature;
import dev.wasmscope.wasm.type.NumType;
import dev.wasmscope.wasm.type.ValType;
import dev.wasmscope.wasm.type.VecType;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** All rows of the table of instructions that their signature describes. */
final class NumericCode implements Family {

  private static final Map<List<ValType>, List<Opcode>> ROWS =
      Arrays.stream(Opcode.values())
          .filter(row -> row.signature() instanceof Signature.Fixed)
          .collect(Collectors.groupingBy(row -> fixed(row).results()));

  /** Ends of mnemonics of rows on floats that do not compute one: no NaN comes from them. */
  private static final Set<String> NOT_ARITHMETIC =
      Set.of("abs", "neg", "copysign", "splat", "replace_lane", "eq", "ne", "lt", "gt", "le", "ge");

  private final Code code;
  private final Body body;
  private final Chance chance;

  NumericCode(Code code) {
    this.code = code;
    body = code.body;
    chance = code.chance;
  }

  private static Signature.Fixed fixed(Opcode row) {
    return (Signature.Fixed) row.signature();
  }

  @Override
  public List<Way> values(ValType type) {
    return ROWS.containsKey(List.of(type))
        ? List.of(
            new Way(40, () -> row(chance.any(ROWS.get(List.of(type))))),
            new Way(8, () -> code.constants.of(type)))
        : List.of();
  }

  /** Rows with more results, or none. */
  @Override
  public List<Way> statements() {
    return ROWS.keySet().stream()
        .filter(results -> results.size() != 1)
        .map(results -> new Way(2, () -> several(results)))
        .toList();
  }

  private void several(List<ValType> results) {
    row(chance.any(ROWS.get(results)));
    code.sinks(results);
  }

  private void row(Opcode row) {
    if (row.mnemonic().matches("i(32|64)\\.trunc_f.*")) {
      truncated(fixed(row).params().getFirst());
    } else {
      code.values(fixed(row).params());
    }
    if (row.mnemonic().matches("i(32|64)\\.(div|rem)_.*") && !chance.oneIn(20)) {
      boolean wide = fixed(row).params().getFirst() == NumType.I64;
      body.address(wide ? NumType.I64 : NumType.I32, 1);
      body.emit(wide ? Opcode.I64_OR : Opcode.I32_OR);
    }
    switch (row.immediate()) {
      case LANE -> body.emit(row, new Operand.Lane(chance.below(lanes(row))));
      case LANES16 -> body.emit(row, new Operand.V128(lanes16(), lanes16()));
      case NONE -> body.emit(row);
      default -> throw new IllegalStateException("no numeric immediate: " + row.immediate());
    }
    canonical(row);
  }

  /** An operand that an integer can hold, mostly. */
  private void truncated(ValType type) {
    if (chance.oneIn(20)) {
      code.value(type);
      return;
    }
    code.value(NumType.I32);
    body.i32(0xF_FFFF);
    body.emit(Opcode.I32_AND);
    body.emit(type == NumType.F32 ? Opcode.F32_CONVERT_I32_S : Opcode.F64_CONVERT_I32_S);
  }

  static int lanes(Opcode row) {
    return Integer.parseInt(row.mnemonic().replaceAll("^[if]\\d+x(\\d+)\\..*", "$1"));
  }

  private long lanes16() {
    long lanes = 0;
    for (int i = 0; i < 8; i++) {
      lanes = lanes << 8 | chance.below(32);
    }
    return lanes;
  }

  /**
   * Makes a NaN canonical: which one arithmetic gives is up to the machine (§4.3.3), and may differ
   * between gears.
   */
  private void canonical(Opcode row) {
    String[] name = row.mnemonic().split("\\.", 2);
    boolean computes = !NOT_ARITHMETIC.contains(name[1]) && !name[1].startsWith("reinterpret");
    if (!computes || row.immediate() != Immediate.NONE) {
      return;
    }
    switch (name[0]) {
      case "f32" -> scalar(NumType.F32, new Operand.F32(0x7FC0_0000), Opcode.F32_CONST, row);
      case "f64" -> scalar(NumType.F64, new Operand.F64(0x7FF8L << 48), Opcode.F64_CONST, row);
      case "f32x4" -> lanes(0x7FC0_0000_7FC0_0000L, Opcode.F32X4_EQ);
      case "f64x2" -> lanes(0x7FF8L << 48, Opcode.F64X2_EQ);
      default -> {}
    }
  }

  private void scalar(NumType type, Operand nan, Opcode constant, Opcode row) {
    if (!fixed(row).results().equals(List.of(type))) {
      return;
    }
    int local = body.local(type);
    VariableCode.localTee(body, local);
    body.emit(constant, nan);
    VariableCode.localGet(body, local);
    VariableCode.localGet(body, local);
    body.emit(type == NumType.F32 ? Opcode.F32_EQ : Opcode.F64_EQ);
    body.emit(Opcode.SELECT);
  }

  private void lanes(long nan, Opcode equal) {
    int local = body.local(VecType.V128);
    VariableCode.localTee(body, local);
    body.emit(Opcode.V128_CONST, new Operand.V128(nan, nan));
    VariableCode.localGet(body, local);
    VariableCode.localGet(body, local);
    body.emit(equal);
    body.emit(Opcode.V128_BITSELECT);
  }
}
