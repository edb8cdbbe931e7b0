package dev.wasmscope.engine.jit;

/**
 * What of a value may still have other bits than it is to have. As it came out of one instruction
 * it goes on into others that do not look at those bits; of numbers with a fraction, at those of
 * NaNs.
 */
enum Looseness {
  /** Nothing. */
  EXACT,
  /** The value, if it is a NaN. */
  NUMBER,
  /** Each of four lanes that is a NaN. */
  F32X4,
  /** Each of two lanes that is a NaN. */
  F64X2,
  /** Of eight lanes the upper byte, which is to be 0. */
  UPPER_BYTES
}
