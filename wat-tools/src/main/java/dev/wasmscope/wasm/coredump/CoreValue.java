package dev.wasmscope.wasm.coredump;

import dev.wasmscope.wasm.type.NumType;

/** A local or operand in a core dump. */
public sealed interface CoreValue {

  /** The engine did not keep the value, or it is of a type that core dumps cannot hold. */
  record Missing() implements CoreValue {}

  /**
   * A number.
   *
   * @param bits of an integer, sign-extended; of a floating-point number, as in IEEE 754
   */
  record Number(NumType type, long bits) implements CoreValue {}

  CoreValue MISSING = new Missing();
}
