package dev.wasmscope.engine.jit;

import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_long;

import dev.wasmscope.wasm.instr.Opcode;
import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Instructions that compare: what is left of each on Java's operand stack, and the Java branch that
 * is taken if it holds. So a branch that follows needs no {@code i32} in between, and has its own
 * statistics in HotSpot.
 */
final class Comparisons {

  private static final ClassDesc INTEGER = ClassDesc.of("java.lang.Integer");
  private static final ClassDesc LONG = ClassDesc.of("java.lang.Long");

  private static final Map<Opcode, Comparison> ROWS = rows();

  /**
   * How an instruction compares.
   *
   * @param before turns the operands into what the branch takes
   * @param branch taken if the comparison holds
   */
  record Comparison(Consumer<CodeBuilder> before, Branch branch) {}

  private Comparisons() {}

  /** How {@code row} compares; null if that is not what it does. */
  static Comparison of(Opcode row) {
    return ROWS.get(row);
  }

  private static void nothing(CodeBuilder code) {
    // The branch takes the operands themselves.
  }

  private static void unsigned32(CodeBuilder code) {
    code.invokestatic(INTEGER, "compareUnsigned", MethodTypeDesc.of(CD_int, CD_int, CD_int));
  }

  private static void unsigned64(CodeBuilder code) {
    code.invokestatic(LONG, "compareUnsigned", MethodTypeDesc.of(CD_int, CD_long, CD_long));
  }

  private static Map<Opcode, Comparison> rows() {
    Map<Opcode, Comparison> rows = new EnumMap<>(Opcode.class);
    rows.put(Opcode.I32_EQZ, new Comparison(Comparisons::nothing, Branch.IFEQ));
    rows.put(Opcode.I64_EQZ, new Comparison(code -> code.lconst_0().lcmp(), Branch.IFEQ));
    for (String relation : List.of("EQ", "NE")) {
      rows.put(
          row("I32_" + relation),
          new Comparison(Comparisons::nothing, Branch.valueOf("IF_ICMP" + relation)));
      rows.put(
          row("I64_" + relation),
          new Comparison(CodeBuilder::lcmp, Branch.valueOf("IF" + relation)));
    }
    for (String relation : List.of("LT", "GT", "LE", "GE")) {
      Branch branch = Branch.valueOf("IF" + relation);
      rows.put(
          row("I32_" + relation + "_S"),
          new Comparison(Comparisons::nothing, Branch.valueOf("IF_ICMP" + relation)));
      rows.put(row("I32_" + relation + "_U"), new Comparison(Comparisons::unsigned32, branch));
      rows.put(row("I64_" + relation + "_S"), new Comparison(CodeBuilder::lcmp, branch));
      rows.put(row("I64_" + relation + "_U"), new Comparison(Comparisons::unsigned64, branch));
    }
    for (String relation : List.of("EQ", "NE", "LT", "GT", "LE", "GE")) {
      // Of a NaN no relation holds: it counts as greater if less is asked for, else as less.
      boolean less = relation.startsWith("L");
      Branch branch = Branch.valueOf("IF" + relation);
      rows.put(
          row("F32_" + relation),
          new Comparison(less ? CodeBuilder::fcmpg : CodeBuilder::fcmpl, branch));
      rows.put(
          row("F64_" + relation),
          new Comparison(less ? CodeBuilder::dcmpg : CodeBuilder::dcmpl, branch));
    }
    return rows;
  }

  private static Opcode row(String name) {
    return Opcode.valueOf(name);
  }
}
