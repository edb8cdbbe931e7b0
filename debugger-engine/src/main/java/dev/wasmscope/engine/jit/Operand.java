package dev.wasmscope.engine.jit;

/**
 * A value on the operand stack while code is translated: where compiled code has it.
 *
 * @param number of {@link Source#LOCAL} the local, of {@link Source#CONSTANT} the bits
 * @param loose whether a NaN may still have other bits than the canonical ones: it came out of
 *     arithmetic, and goes on into arithmetic as it is
 */
record Operand(Source source, Kind kind, long number, boolean loose) {

  /** Where a value is. */
  enum Source {
    /** In the Java variable of its height and kind. */
    SLOT,
    /** In a local of the function; it has not been set since. */
    LOCAL,
    /** Nowhere: it is known. */
    CONSTANT,
    /** On top of Java's operand stack. */
    JAVA_STACK
  }

  static Operand slot(Kind kind) {
    return new Operand(Source.SLOT, kind, 0, false);
  }

  static Operand local(Kind kind, int local, boolean loose) {
    return new Operand(Source.LOCAL, kind, local, loose);
  }

  static Operand constant(Kind kind, long bits) {
    return new Operand(Source.CONSTANT, kind, bits, false);
  }

  static Operand onJavaStack(Kind kind, boolean loose) {
    return new Operand(Source.JAVA_STACK, kind, 0, loose);
  }

  /** The same value, now in its slot. */
  Operand spilled() {
    return new Operand(Source.SLOT, kind, 0, loose);
  }

  /** The same value, in its slot and with canonical bits. */
  Operand settled() {
    return slot(kind);
  }

  boolean is(Source asked) {
    return source == asked;
  }
}
