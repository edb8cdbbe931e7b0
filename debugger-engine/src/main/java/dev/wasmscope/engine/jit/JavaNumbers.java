package dev.wasmscope.engine.jit;

import static java.lang.constant.ConstantDescs.CD_double;
import static java.lang.constant.ConstantDescs.CD_float;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_long;

import dev.wasmscope.wasm.instr.Opcode;
import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Numeric instructions for which Java has one or a few of its own, or a method that HotSpot knows.
 * Results of floating-point arithmetic may be NaNs with any bits.
 */
final class JavaNumbers {

  private static final ClassDesc INTEGER = ClassDesc.of("java.lang.Integer");
  private static final ClassDesc LONG = ClassDesc.of("java.lang.Long");
  private static final ClassDesc FLOAT = ClassDesc.of("java.lang.Float");
  private static final ClassDesc DOUBLE = ClassDesc.of("java.lang.Double");
  private static final ClassDesc MATH = ClassDesc.of("java.lang.Math");
  private static final long LOW_32 = 0xffff_ffffL;

  private JavaNumbers() {}

  /** What emits a row, its operands being on Java's operand stack. */
  static Map<Opcode, Consumer<CodeBuilder>> rows() {
    Map<Opcode, Consumer<CodeBuilder>> rows = new EnumMap<>(Opcode.class);
    putI32(rows);
    putI64(rows);
    putF32(rows);
    putF64(rows);
    return rows;
  }

  private static void putI32(Map<Opcode, Consumer<CodeBuilder>> rows) {
    rows.put(Opcode.I32_ADD, CodeBuilder::iadd);
    rows.put(Opcode.I32_SUB, CodeBuilder::isub);
    rows.put(Opcode.I32_MUL, CodeBuilder::imul);
    rows.put(Opcode.I32_AND, CodeBuilder::iand);
    rows.put(Opcode.I32_OR, CodeBuilder::ior);
    rows.put(Opcode.I32_XOR, CodeBuilder::ixor);
    rows.put(Opcode.I32_SHL, CodeBuilder::ishl);
    rows.put(Opcode.I32_SHR_S, CodeBuilder::ishr);
    rows.put(Opcode.I32_SHR_U, CodeBuilder::iushr);
    rows.put(Opcode.I32_ROTL, calls(INTEGER, "rotateLeft", CD_int, CD_int, CD_int));
    rows.put(Opcode.I32_ROTR, calls(INTEGER, "rotateRight", CD_int, CD_int, CD_int));
    rows.put(Opcode.I32_CLZ, calls(INTEGER, "numberOfLeadingZeros", CD_int, CD_int));
    rows.put(Opcode.I32_CTZ, calls(INTEGER, "numberOfTrailingZeros", CD_int, CD_int));
    rows.put(Opcode.I32_POPCNT, calls(INTEGER, "bitCount", CD_int, CD_int));
    rows.put(Opcode.I32_EXTEND8_S, CodeBuilder::i2b);
    rows.put(Opcode.I32_EXTEND16_S, CodeBuilder::i2s);
    rows.put(Opcode.I32_WRAP_I64, CodeBuilder::l2i);
    rows.put(Opcode.I32_TRUNC_SAT_F32_S, CodeBuilder::f2i);
    rows.put(Opcode.I32_TRUNC_SAT_F64_S, CodeBuilder::d2i);
    rows.put(Opcode.I32_REINTERPRET_F32, calls(FLOAT, "floatToRawIntBits", CD_int, CD_float));
  }

  private static void putI64(Map<Opcode, Consumer<CodeBuilder>> rows) {
    rows.put(Opcode.I64_ADD, CodeBuilder::ladd);
    rows.put(Opcode.I64_SUB, CodeBuilder::lsub);
    rows.put(Opcode.I64_MUL, CodeBuilder::lmul);
    rows.put(Opcode.I64_AND, CodeBuilder::land);
    rows.put(Opcode.I64_OR, CodeBuilder::lor);
    rows.put(Opcode.I64_XOR, CodeBuilder::lxor);
    rows.put(Opcode.I64_SHL, code -> code.l2i().lshl());
    rows.put(Opcode.I64_SHR_S, code -> code.l2i().lshr());
    rows.put(Opcode.I64_SHR_U, code -> code.l2i().lushr());
    rows.put(Opcode.I64_ROTL, afterL2i(calls(LONG, "rotateLeft", CD_long, CD_long, CD_int)));
    rows.put(Opcode.I64_ROTR, afterL2i(calls(LONG, "rotateRight", CD_long, CD_long, CD_int)));
    rows.put(Opcode.I64_CLZ, i2lAfter(calls(LONG, "numberOfLeadingZeros", CD_int, CD_long)));
    rows.put(Opcode.I64_CTZ, i2lAfter(calls(LONG, "numberOfTrailingZeros", CD_int, CD_long)));
    rows.put(Opcode.I64_POPCNT, i2lAfter(calls(LONG, "bitCount", CD_int, CD_long)));
    rows.put(Opcode.I64_EXTEND8_S, code -> code.l2i().i2b().i2l());
    rows.put(Opcode.I64_EXTEND16_S, code -> code.l2i().i2s().i2l());
    rows.put(Opcode.I64_EXTEND32_S, code -> code.l2i().i2l());
    rows.put(Opcode.I64_EXTEND_I32_S, CodeBuilder::i2l);
    rows.put(Opcode.I64_EXTEND_I32_U, JavaNumbers::unsigned);
    rows.put(Opcode.I64_TRUNC_SAT_F32_S, CodeBuilder::f2l);
    rows.put(Opcode.I64_TRUNC_SAT_F64_S, CodeBuilder::d2l);
    rows.put(Opcode.I64_REINTERPRET_F64, calls(DOUBLE, "doubleToRawLongBits", CD_long, CD_double));
  }

  private static void putF32(Map<Opcode, Consumer<CodeBuilder>> rows) {
    rows.put(Opcode.F32_ADD, CodeBuilder::fadd);
    rows.put(Opcode.F32_SUB, CodeBuilder::fsub);
    rows.put(Opcode.F32_MUL, CodeBuilder::fmul);
    rows.put(Opcode.F32_DIV, CodeBuilder::fdiv);
    rows.put(Opcode.F32_MIN, calls(MATH, "min", CD_float, CD_float, CD_float));
    rows.put(Opcode.F32_MAX, calls(MATH, "max", CD_float, CD_float, CD_float));
    rows.put(Opcode.F32_SQRT, asDouble("sqrt"));
    rows.put(Opcode.F32_CEIL, asDouble("ceil"));
    rows.put(Opcode.F32_FLOOR, asDouble("floor"));
    rows.put(Opcode.F32_NEAREST, asDouble("rint"));
    rows.put(Opcode.F32_CONVERT_I32_S, CodeBuilder::i2f);
    rows.put(Opcode.F32_CONVERT_I32_U, code -> unsigned(code).l2f());
    rows.put(Opcode.F32_CONVERT_I64_S, CodeBuilder::l2f);
    rows.put(Opcode.F32_DEMOTE_F64, CodeBuilder::d2f);
    rows.put(Opcode.F32_REINTERPRET_I32, calls(FLOAT, "intBitsToFloat", CD_float, CD_int));
  }

  private static void putF64(Map<Opcode, Consumer<CodeBuilder>> rows) {
    rows.put(Opcode.F64_ADD, CodeBuilder::dadd);
    rows.put(Opcode.F64_SUB, CodeBuilder::dsub);
    rows.put(Opcode.F64_MUL, CodeBuilder::dmul);
    rows.put(Opcode.F64_DIV, CodeBuilder::ddiv);
    rows.put(Opcode.F64_MIN, calls(MATH, "min", CD_double, CD_double, CD_double));
    rows.put(Opcode.F64_MAX, calls(MATH, "max", CD_double, CD_double, CD_double));
    rows.put(Opcode.F64_SQRT, calls(MATH, "sqrt", CD_double, CD_double));
    rows.put(Opcode.F64_CEIL, calls(MATH, "ceil", CD_double, CD_double));
    rows.put(Opcode.F64_FLOOR, calls(MATH, "floor", CD_double, CD_double));
    rows.put(Opcode.F64_NEAREST, calls(MATH, "rint", CD_double, CD_double));
    rows.put(Opcode.F64_CONVERT_I32_S, CodeBuilder::i2d);
    rows.put(Opcode.F64_CONVERT_I32_U, code -> unsigned(code).l2d());
    rows.put(Opcode.F64_CONVERT_I64_S, CodeBuilder::l2d);
    rows.put(Opcode.F64_PROMOTE_F32, CodeBuilder::f2d);
    rows.put(Opcode.F64_REINTERPRET_I64, calls(DOUBLE, "longBitsToDouble", CD_double, CD_long));
  }

  private static CodeBuilder unsigned(CodeBuilder code) {
    return code.i2l().loadConstant(LOW_32).land();
  }

  private static Consumer<CodeBuilder> calls(
      ClassDesc owner, String name, ClassDesc result, ClassDesc... params) {
    return code -> code.invokestatic(owner, name, MethodTypeDesc.of(result, params));
  }

  private static Consumer<CodeBuilder> afterL2i(Consumer<CodeBuilder> then) {
    return code -> then.accept(code.l2i());
  }

  private static Consumer<CodeBuilder> i2lAfter(Consumer<CodeBuilder> first) {
    return code -> {
      first.accept(code);
      code.i2l();
    };
  }

  /** Of a number that was a {@code float} the result as a {@code float} is exact, too. */
  private static Consumer<CodeBuilder> asDouble(String name) {
    return code ->
        code.f2d().invokestatic(MATH, name, MethodTypeDesc.of(CD_double, CD_double)).d2f();
  }
}
