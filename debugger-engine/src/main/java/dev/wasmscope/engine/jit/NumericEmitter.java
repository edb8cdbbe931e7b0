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
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Emits numeric instructions: what Java has an instruction for becomes that, everything else a call
 * of the row's method.
 */
final class NumericEmitter {

  private static final Map<Opcode, Consumer<CodeBuilder>> DIRECT = JavaNumbers.rows();
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
          Opcode.I64_XOR,
          Opcode.I32_EQ,
          Opcode.I32_NE,
          Opcode.I64_EQ,
          Opcode.I64_NE);

  /** Integer division and conversions to integers that do not saturate. */
  private static final Set<Opcode> MAY_TRAP =
      EnumSet.of(
          Opcode.I32_DIV_S,
          Opcode.I32_DIV_U,
          Opcode.I32_REM_S,
          Opcode.I32_REM_U,
          Opcode.I32_TRUNC_F32_S,
          Opcode.I32_TRUNC_F32_U,
          Opcode.I32_TRUNC_F64_S,
          Opcode.I32_TRUNC_F64_U,
          Opcode.I64_DIV_S,
          Opcode.I64_DIV_U,
          Opcode.I64_REM_S,
          Opcode.I64_REM_U,
          Opcode.I64_TRUNC_F32_S,
          Opcode.I64_TRUNC_F32_U,
          Opcode.I64_TRUNC_F64_S,
          Opcode.I64_TRUNC_F64_U);

  /** The bit of each lane number that says from which operand of a shuffle it is. */
  private static final long SECOND_OPERAND = 0x1010_1010_1010_1010L;

  private final Translation at;
  private final ConstantDivision division;
  private final LaneTests tests;

  NumericEmitter(Translation at) {
    this.at = at;
    this.division = new ConstantDivision(at.code());
    this.tests = new LaneTests(at);
  }

  static boolean mayTrap(Opcode row) {
    return MAY_TRAP.contains(row);
  }

  /** Emits a row whose signature is {@code fixed}. */
  void emit(Opcode row, Fixed fixed) {
    if (tests.finish(row) || (fixed.params().size() == 2 && dividesByConstant(row))) {
      return;
    }
    if (MAY_TRAP.contains(row)) {
      at.mayThrow();
    }
    Operand last = at.stack().peek(0);
    if (!at.vectors().isRecords() && emitOnBytes(row, last)) {
      return;
    }
    long most = Magnitude.of(row, at.stack());
    if (COMMUTATIVE.contains(row)) {
      at.stack().loadPair();
    } else {
      at.stack().load(fixed.params().size(), ArithmeticRows.operands(row));
    }
    Comparisons.Comparison comparison = Comparisons.of(row);
    if (comparison != null) {
      at.stack().pushComparison(comparison);
      return;
    }
    Consumer<CodeBuilder> direct = DIRECT.get(row);
    if (direct != null) {
      direct.accept(at.code());
      if (most < Magnitude.ANY) {
        at.stack().push(Operand.atMost(most));
      } else {
        push(row, fixed);
      }
      return;
    }
    call(row, fixed, last);
  }

  /** Whether the instruction was one that has less to do, see {@link ByteLanes}. */
  private boolean emitOnBytes(Opcode row, Operand last) {
    if (ByteLanes.narrows(row, at.stack())) {
      boolean moved = !at.stack().takeUnmoved();
      at.stack().load(2, Looseness.UPPER_BYTES);
      at.vectors().joinBytes(at.code(), moved);
      at.stack().pushComputed(Kind.V128);
      return true;
    }
    if (ByteLanes.movesUpper(row, last)) {
      at.stack().drop();
      at.stack().load(1);
      at.stack().pushUnmoved();
      return true;
    }
    return false;
  }

  private boolean dividesByConstant(Opcode row) {
    if (!MAY_TRAP.contains(row) || !at.stack().peek(0).is(Operand.Source.CONSTANT)) {
      return false;
    }
    Operand divisor = at.stack().peek(0);
    at.stack().drop();
    at.stack().load(1);
    boolean done = division.emit(row, divisor.number());
    at.stack().pushComputed(divisor.kind());
    if (!done) {
      at.stack().push(divisor);
    }
    return done;
  }

  private void call(Opcode row, Fixed fixed, Operand last) {
    if (row == Opcode.I8X16_SHUFFLE && !at.vectors().isRecords()) {
      shuffle();
      push(row, fixed);
      return;
    }
    Method method =
        Semantics.method(row.mnemonic())
            .orElseThrow(() -> new IllegalStateException("no semantics of " + row.mnemonic()));
    String test = tests.wanted(row, method.getName());
    if (test != null) {
      at.vectors().bits(at.code(), method, test);
      at.stack().pushComputed(Kind.I32);
      return;
    }
    immediates(row);
    at.vectors().invoke(at.code(), method);
    if (method.getReturnType() == Int128.class) {
      pair(at.code());
    } else if (ByteLanes.makes(row, last)) {
      at.stack().push(Operand.bytesOnJavaStack(Looseness.EXACT));
    } else {
      push(row, fixed);
    }
  }

  /** A shuffle that takes all lanes from one of its operands looks them up only there. */
  private void shuffle() {
    long low = at.reader().v128Low();
    long high = at.reader().v128High();
    boolean first = ((low | high) & SECOND_OPERAND) == 0;
    boolean second = (low & high & SECOND_OPERAND) == SECOND_OPERAND;
    if (!first && !second) {
      at.vectors().loadConstant(at.code(), at.constants(), new V128(low, high));
      V128 ofFirst = new V128(filled(~low), filled(~high));
      at.vectors().loadConstant(at.code(), at.constants(), ofFirst);
      at.vectors().pickBoth(at.code());
      return;
    }
    if (second) {
      at.code().swap();
    }
    at.code().pop();
    at.vectors().loadConstant(at.code(), at.constants(), new V128(low, high));
    at.vectors().pick(at.code());
  }

  /** Bytes with all bits where that of the second operand is set. */
  private static long filled(long lanes) {
    return ((lanes & SECOND_OPERAND) >>> 4) * 0xff;
  }

  private void push(Opcode row, Fixed fixed) {
    Kind kind = Kind.of(fixed.results().getFirst());
    boolean canonical = kind == Kind.V128 && at.vectors().isRecords();
    Looseness looseness = canonical ? Looseness.EXACT : ArithmeticRows.result(row);
    at.stack().push(Operand.onJavaStack(kind, looseness));
  }

  private void immediates(Opcode row) {
    if (row.immediate() == Immediate.LANE) {
      at.code().loadConstant(at.reader().lane());
    } else if (row.immediate() == Immediate.LANES16) {
      V128 lanes = new V128(at.reader().v128Low(), at.reader().v128High());
      at.vectors().loadConstant(at.code(), at.constants(), lanes);
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
