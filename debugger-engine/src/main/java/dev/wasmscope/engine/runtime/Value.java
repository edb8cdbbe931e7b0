package dev.wasmscope.engine.runtime;

import dev.wasmscope.engine.numeric.FloatText;
import dev.wasmscope.engine.numeric.LaneShape;
import dev.wasmscope.engine.numeric.V128;
import dev.wasmscope.wasm.type.AbsHeapType;
import dev.wasmscope.wasm.type.NumType;
import dev.wasmscope.wasm.type.RefType;
import dev.wasmscope.wasm.type.ValType;
import dev.wasmscope.wasm.type.VecType;

/**
 * A WebAssembly value at the border to Java (§4.2.1). {@code toString} gives the text format's
 * notation, as {@code i32.const 42}. Floating-point values are kept as bits, so that NaN payloads
 * survive.
 */
public sealed interface Value {

  /** The value's type; indices in it are numbers of the store's canonical types. */
  ValType type();

  /** An {@code i32}. */
  record I32(int value) implements Value {
    @Override
    public ValType type() {
      return NumType.I32;
    }

    @Override
    public String toString() {
      return "i32.const " + value;
    }
  }

  /** An {@code i64}. */
  record I64(long value) implements Value {
    @Override
    public ValType type() {
      return NumType.I64;
    }

    @Override
    public String toString() {
      return "i64.const " + value;
    }
  }

  /** An {@code f32} by its bits. */
  record F32(int bits) implements Value {

    /** The number; a NaN's payload may not survive this. */
    public float value() {
      return Float.intBitsToFloat(bits);
    }

    @Override
    public ValType type() {
      return NumType.F32;
    }

    @Override
    public String toString() {
      return "f32.const " + FloatText.f32(value());
    }
  }

  /** An {@code f64} by its bits. */
  record F64(long bits) implements Value {

    /** The number; a NaN's payload may not survive this. */
    public double value() {
      return Double.longBitsToDouble(bits);
    }

    @Override
    public ValType type() {
      return NumType.F64;
    }

    @Override
    public String toString() {
      return "f64.const " + FloatText.f64(value());
    }
  }

  /** A {@code v128}. */
  record Vector(V128 value) implements Value {
    @Override
    public ValType type() {
      return VecType.V128;
    }

    @Override
    public String toString() {
      return "v128.const " + LaneShape.I32X4.render(value);
    }
  }

  /**
   * A reference.
   *
   * @param target what it points to: a {@link FunctionInstance}, {@link StructInstance}, {@link
   *     ArrayInstance}, {@link I31}, {@link ExceptionInstance}, a string, or any object of the
   *     host; Java's null is null
   */
  record Ref(Object target, RefType type) implements Value {

    /** Whether this is a null reference. */
    public boolean isNull() {
      return target == null;
    }

    @Override
    public String toString() {
      return References.describe(target, type);
    }
  }

  static Value i32(int value) {
    return new I32(value);
  }

  static Value i64(long value) {
    return new I64(value);
  }

  static Value f32(float value) {
    return new F32(Float.floatToRawIntBits(value));
  }

  static Value f64(double value) {
    return new F64(Double.doubleToRawLongBits(value));
  }

  static Value v128(V128 value) {
    return new Vector(value);
  }

  /** An {@code externref} to an object of the host, or null. */
  static Value extern(Object target) {
    return new Ref(target, RefType.EXTERNREF);
  }

  /** A {@code funcref}, or null. */
  static Value func(FunctionInstance target) {
    return new Ref(target, RefType.FUNCREF);
  }

  /** The default value of {@code type}: zero or null (§4.2.1). */
  static Value zero(ValType type) {
    return ofSlot(type, 0, type instanceof VecType ? V128.ZERO : null);
  }

  /**
   * The value of {@code type} in a slot of the operand stack, a local, a global or a field.
   *
   * @param bits where numbers live, an {@code i32} or {@code f32} in the low half
   * @param object where references and vectors live
   */
  static Value ofSlot(ValType type, long bits, Object object) {
    return switch (type) {
      case NumType num ->
          switch (num) {
            case I32 -> new I32((int) bits);
            case I64 -> new I64(bits);
            case F32 -> new F32((int) bits);
            case F64 -> new F64(bits);
          };
      case VecType _ -> new Vector((V128) object);
      case RefType ref -> new Ref(object, ref);
    };
  }

  /** What {@link #ofSlot} takes as its bits; zero for references and vectors. */
  default long slotBits() {
    return switch (this) {
      case I32(int value) -> value;
      case I64(long value) -> value;
      case F32(int bits) -> bits;
      case F64(long bits) -> bits;
      case Vector _, Ref _ -> 0;
    };
  }

  /** What {@link #ofSlot} takes as its object; null for numbers. */
  default Object slotObject() {
    return switch (this) {
      case Vector(V128 value) -> value;
      case Ref(Object target, RefType _) -> target;
      default -> null;
    };
  }

  /** A null reference of the given abstract heap type. */
  static Value nullRef(AbsHeapType heap) {
    return new Ref(null, new RefType(true, heap));
  }
}
