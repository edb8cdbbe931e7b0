package dev.wasmscope.engine.runtime;

/**
 * An unboxed scalar of 31 bits (§4.2.1).
 *
 * @param bits the low 31 bits of what it was made of, bit 31 clear
 */
public record I31(int bits) {

  /** How many bits it has. */
  public static final int BITS = 31;

  /** The scalar made of the low 31 bits of {@code value}. */
  public static I31 of(int value) {
    return new I31(value & 0x7fff_ffff);
  }

  /** The value, sign-extended. */
  public int signed() {
    return bits << 1 >> 1;
  }
}
