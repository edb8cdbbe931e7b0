package dev.wasmscope.engine.jit;

/**
 * Which NaNs in a value may still have other bits than the canonical ones: it came out of
 * arithmetic, and goes on into arithmetic as it is.
 */
enum Looseness {
  /** None. */
  EXACT,
  /** The value, a number. */
  NUMBER,
  /** Each of four lanes. */
  F32X4,
  /** Both lanes. */
  F64X2
}
