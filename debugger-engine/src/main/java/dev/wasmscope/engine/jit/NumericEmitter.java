package dev.wasmscope.engine.jit;

import dev.wasmscope.engine.numeric.Int128;
import dev.wasmscope.engine.numeric.Semantics;
import dev.wasmscope.engine.numeric.V128;
import dev.wasmscope.wasm.instr.Immediate;
import dev.wasmscope.wasm.instr.Opcode;
import dev.wasmscope.wasm.instr.Signature.Fixed;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.Method;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Emits numeric instructions: what Java has an instruction for becomes that, everything else a call
 * of the row's method.
 */
final class NumericEmitter {

  private static final Map<Opcode, Consumer<CodeBuilder>> DIRECT = direct();
  private static final Set<Opcode> COMMUTATIVE =
      EnumSet.of(
          Opcode.I32_ADD,
          Opcode.I32_MUL,
          Opcode.I32_AND,
          Opcode.I32_OR,
          Opcode.I32_XOR,
          Opcode.I64_ADD,
          Opcode.I64_MUL,
          Opcode.I64_AND,
          Opcode.I64_OR,
          Opcode.I64_XOR);

  /** Integer division and conversions to integers that do not saturate. */
  private static final Pattern TRAPPING = Pattern.compile("i(32|64)\\.((div|rem)_.|trunc_f.*)");

  private static final Set<Opcode> MAY_TRAP = rows(TRAPPING);

  /** Their results may be NaNs, whose bits do not matter to others of them. */
  private static final Set<Opcode> ARITHMETIC =
      rows(Pattern.compile("f(32|64)\\.(add|sub|mul|div|sqrt)"));

  /** They do not look at the bits of NaNs, beside the arithmetic ones. */
  private static final Set<Opcode> BLIND =
      rows(
          Pattern.compile(
              "f(32|64)\\.(add|sub|mul|div|sqrt|eq|ne|lt|gt|le|ge)|i(32|64)\\.trunc.*"));

  private final Translation at;

  NumericEmitter(Translation at) {
    this.at = at;
  }

  /** Whether the result's NaNs may have any bits before somebody looks. */
  static boolean isArithmetic(Opcode row) {
    return ARITHMETIC.contains(row) && DIRECT.containsKey(row);
  }

  private static Set<Opcode> rows(Pattern mnemonics) {
    Set<Opcode> rows = EnumSet.noneOf(Opcode.class);
    for (Opcode row : Opcode.values()) {
      if (mnemonics.matcher(row.mnemonic()).matches()) {
        rows.add(row);
      }
    }
    return rows;
  }

  private static Map<Opcode, Consumer<CodeBuilder>> direct() {
    Map<Opcode, Consumer<CodeBuilder>> map = new EnumMap<>(Opcode.class);
    map.put(Opcode.I32_ADD, CodeBuilder::iadd);
    map.put(Opcode.I32_SUB, CodeBuilder::isub);
    map.put(Opcode.I32_MUL, CodeBuilder::imul);
    map.put(Opcode.I32_AND, CodeBuilder::iand);
    map.put(Opcode.I32_OR, CodeBuilder::ior);
    map.put(Opcode.I32_XOR, CodeBuilder::ixor);
    map.put(Opcode.I32_SHL, CodeBuilder::ishl);
    map.put(Opcode.I32_SHR_S, CodeBuilder::ishr);
    map.put(Opcode.I32_SHR_U, CodeBuilder::iushr);
    map.put(Opcode.I32_EXTEND8_S, CodeBuilder::i2b);
    map.put(Opcode.I32_EXTEND16_S, CodeBuilder::i2s);
    map.put(Opcode.I32_WRAP_I64, CodeBuilder::l2i);
    map.put(Opcode.I64_ADD, CodeBuilder::ladd);
    map.put(Opcode.I64_SUB, CodeBuilder::lsub);
    map.put(Opcode.I64_MUL, CodeBuilder::lmul);
    map.put(Opcode.I64_AND, CodeBuilder::land);
    map.put(Opcode.I64_OR, CodeBuilder::lor);
    map.put(Opcode.I64_XOR, CodeBuilder::lxor);
    map.put(Opcode.I64_SHL, code -> code.l2i().lshl());
    map.put(Opcode.I64_SHR_S, code -> code.l2i().lshr());
    map.put(Opcode.I64_SHR_U, code -> code.l2i().lushr());
    map.put(Opcode.I64_EXTEND_I32_S, CodeBuilder::i2l);
    map.put(Opcode.F32_ADD, CodeBuilder::fadd);
    map.put(Opcode.F32_SUB, CodeBuilder::fsub);
    map.put(Opcode.F32_MUL, CodeBuilder::fmul);
    map.put(Opcode.F32_DIV, CodeBuilder::fdiv);
    map.put(Opcode.F64_ADD, CodeBuilder::dadd);
    map.put(Opcode.F64_SUB, CodeBuilder::dsub);
    map.put(Opcode.F64_MUL, CodeBuilder::dmul);
    map.put(Opcode.F64_DIV, CodeBuilder::ddiv);
    map.put(
        Opcode.F64_SQRT,
        code ->
            code.invokestatic(
                ClassDesc.of("java.lang.Math"),
                "sqrt",
                MethodTypeDesc.of(ConstantDescs.CD_double, ConstantDescs.CD_double)));
    map.put(Opcode.F64_CONVERT_I32_S, CodeBuilder::i2d);
    map.put(Opcode.F64_CONVERT_I64_S, CodeBuilder::l2d);
    map.put(Opcode.F32_CONVERT_I32_S, CodeBuilder::i2f);
    map.put(Opcode.F32_CONVERT_I64_S, CodeBuilder::l2f);
    return map;
  }

  /** Emits a row whose signature is {@code fixed}. */
  void emit(Opcode row, Fixed fixed) {
    if (MAY_TRAP.contains(row)) {
      at.mayLeave();
    }
    boolean arithmetic = isArithmetic(row);
    if (COMMUTATIVE.contains(row)) {
      at.stack().loadPair(false);
    } else {
      at.stack().load(fixed.params().size(), BLIND.contains(row));
    }
    Consumer<CodeBuilder> direct = DIRECT.get(row);
    if (direct != null) {
      direct.accept(at.code());
      at.stack().push(Operand.onJavaStack(Kind.of(fixed.results().getFirst()), arithmetic));
      return;
    }
    call(row, fixed);
  }

  private void call(Opcode row, Fixed fixed) {
    Method method =
        Semantics.method(row.mnemonic())
            .orElseThrow(() -> new IllegalStateException("no semantics of " + row.mnemonic()));
    immediates(row);
    invoke(at.code(), method);
    if (method.getReturnType() == Int128.class) {
      pair(at.code());
    } else {
      at.stack().pushComputed(Kind.of(fixed.results().getFirst()));
    }
  }

  private void immediates(Opcode row) {
    if (row.immediate() == Immediate.LANE) {
      at.code().loadConstant(at.reader().lane());
    } else if (row.immediate() == Immediate.LANES16) {
      at.constants()
          .load(at.code(), new V128(at.reader().v128Low(), at.reader().v128High()), V128.class);
    }
  }

  /** Calls a static method. */
  static void invoke(CodeBuilder code, Method method) {
    code.invokestatic(
        ClassDesc.of(method.getDeclaringClass().getName()),
        method.getName(),
        MethodTypeDesc.ofDescriptor(
            java.lang.invoke.MethodType.methodType(
                    method.getReturnType(), List.of(method.getParameterTypes()))
                .toMethodDescriptorString()));
  }

  private void pair(CodeBuilder code) {
    ClassDesc int128 = ClassDesc.of(Int128.class.getName());
    MethodTypeDesc half = MethodTypeDesc.of(ConstantDescs.CD_long);
    int pair = code.allocateLocal(TypeKind.REFERENCE);
    code.astore(pair).aload(pair).invokevirtual(int128, "lo", half);
    at.stack().pushComputed(Kind.I64);
    at.stack().spill();
    code.aload(pair).invokevirtual(int128, "hi", half);
    at.stack().pushComputed(Kind.I64);
  }
}
