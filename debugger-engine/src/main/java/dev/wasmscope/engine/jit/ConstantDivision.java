package dev.wasmscope.engine.jit;

import static java.lang.constant.ConstantDescs.CD_long;

import dev.wasmscope.wasm.instr.Opcode;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.math.BigInteger;

/**
 * Emits unsigned division by a constant without a division, which takes a processor some forty
 * cycles. HotSpot does so for signed numbers only. See Granlund and Montgomery, "Division by
 * Invariant Integers using Multiplication".
 */
final class ConstantDivision {

  private static final ClassDesc MATH = ClassDesc.of("java.lang.Math");
  private static final long LOW_32 = 0xffff_ffffL;

  private final CodeBuilder code;

  ConstantDivision(CodeBuilder code) {
    this.code = code;
  }

  /**
   * Replaces the dividend on Java's operand stack by the result, if {@code row} is such a division;
   * else answers false and emits nothing.
   */
  boolean emit(Opcode row, long divisor) {
    if (divisor == 0) {
      return false;
    }
    switch (row) {
      case I32_DIV_U -> unsigned32(divisor).ldiv().l2i();
      case I32_REM_U -> unsigned32(divisor).lrem().l2i();
      case I64_DIV_U -> quotient(divisor);
      case I64_REM_U -> {
        code.dup2();
        quotient(divisor);
        code.loadConstant(divisor).lmul().lsub();
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  /** The number by which the product of {@code odd} and any other becomes the other, in 32 bits. */
  static int inverse(int odd) {
    int inverse = odd; // right in the lowest three bits; each time in twice as many
    for (int bits = 3; bits < Integer.SIZE; bits *= 2) {
      inverse *= 2 - odd * inverse;
    }
    return inverse;
  }

  private CodeBuilder unsigned32(long divisor) {
    return code.i2l().loadConstant(LOW_32).land().loadConstant(divisor & LOW_32);
  }

  private void quotient(long divisor) {
    if (divisor == 1) {
      return;
    }
    BigInteger d = new BigInteger(Long.toUnsignedString(divisor));
    int log = d.subtract(BigInteger.ONE).bitLength();
    for (int shift = 0; shift <= log; shift++) {
      BigInteger power = BigInteger.TWO.pow(Long.SIZE + shift);
      BigInteger factor = power.add(d).subtract(BigInteger.ONE).divide(d);
      boolean exact = factor.multiply(d).subtract(power).bitLength() <= shift;
      if (exact && factor.bitLength() <= Long.SIZE) {
        high(factor.longValue());
        code.loadConstant(shift).lushr();
        return;
      }
    }
    wideQuotient(d, log);
  }

  /**
   * The quotient where the factor has 65 bits: the dividend is added to make up for the highest.
   */
  private void wideQuotient(BigInteger d, int log) {
    BigInteger excess = BigInteger.TWO.pow(log).subtract(d);
    BigInteger factor = excess.shiftLeft(Long.SIZE).divide(d).add(BigInteger.ONE);
    int dividend = code.allocateLocal(TypeKind.LONG);
    int high = code.allocateLocal(TypeKind.LONG);
    code.lstore(dividend).lload(dividend);
    high(factor.longValue());
    code.lstore(high).lload(dividend).lload(high).lsub().iconst_1().lushr();
    code.lload(high).ladd().loadConstant(log - 1).lushr();
  }

  private void high(long factor) {
    code.loadConstant(factor)
        .invokestatic(MATH, "unsignedMultiplyHigh", MethodTypeDesc.of(CD_long, CD_long, CD_long));
  }
}
