package dev.wasmscope.engine.jit;

import dev.wasmscope.wasm.binary.CodeReader;
import dev.wasmscope.wasm.instr.Opcode;
import java.util.List;

/**
 * Finds the locals that hold results of arithmetic only, all of the same {@link Looseness}, and
 * constants whose NaNs are canonical.
 */
final class LooseLocals {

  private static final int CANONICAL_F32 = Float.floatToRawIntBits(Float.NaN);
  private static final long CANONICAL_F64 = Double.doubleToRawLongBits(Double.NaN);

  /** Null for those that no arithmetic has been seen of yet. */
  private final Looseness[] found;

  private final List<Kind> kinds;

  /** What the last instruction has left: its looseness, null for any. */
  private Looseness last = Looseness.EXACT;

  /**
   * Locals of which no instruction has been seen.
   *
   * @param params number of those that have any value at first
   */
  LooseLocals(List<Kind> kinds, int params) {
    this.kinds = kinds;
    this.found = new Looseness[kinds.size()];
    for (int i = 0; i < kinds.size(); i++) {
      Kind kind = kinds.get(i);
      found[i] = i >= params && (kind.isFloat() || kind == Kind.V128) ? null : Looseness.EXACT;
    }
  }

  /** The reader has come to the next instruction. */
  void next(CodeReader reader) {
    Opcode opcode = reader.opcode();
    if (opcode == Opcode.LOCAL_SET || opcode == Opcode.LOCAL_TEE) {
      set(reader.index());
    }
    last = isHarmless(reader) ? null : ArithmeticRows.result(opcode);
  }

  private void set(int local) {
    if (last == null || last == found[local]) {
      return;
    }
    found[local] = found[local] == null ? last : Looseness.EXACT;
  }

  private static boolean isHarmless(CodeReader reader) {
    return switch (reader.opcode()) {
      case F32_CONST -> isCanonical(reader.f32Bits());
      case F64_CONST -> isCanonical(reader.f64Bits());
      case V128_CONST -> isCanonicalHalf(reader.v128Low()) && isCanonicalHalf(reader.v128High());
      default -> false;
    };
  }

  private static boolean isCanonical(int bits) {
    return !Float.isNaN(Float.intBitsToFloat(bits)) || bits == CANONICAL_F32;
  }

  private static boolean isCanonical(long bits) {
    return !Double.isNaN(Double.longBitsToDouble(bits)) || bits == CANONICAL_F64;
  }

  /** Whether half a vector has no other NaN, however it is divided into lanes. */
  private static boolean isCanonicalHalf(long bits) {
    return isCanonical(bits) && isCanonical((int) bits) && isCanonical((int) (bits >>> 32));
  }

  /** The looseness of a local. */
  Looseness of(int local, VectorForm vectors) {
    boolean asked = kinds.get(local) != Kind.V128 || !vectors.isRecords();
    return asked && found[local] != null ? found[local] : Looseness.EXACT;
  }
}
