package dev.wasmscope.engine.jit;

/**
 * A value on the operand stack while code is translated: where compiled code has it.
 *
 * @param number of {@link Source#LOCAL} the local, of {@link Source#CONSTANT} the bits; of an i32
 *     on Java's stack what it is at most, or 0 if that is not known, see {@link Magnitude}; of a
 *     vector on Java's stack or in its slot {@link #BYTES} or 0
 * @param looseness what of it may have other bits
 */
record Operand(Source source, Kind kind, long number, Looseness looseness) {

  /** Of each lane of 16 bits only the lower eight are to be set. */
  private static final long BYTES = 1;

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
    return new Operand(Source.SLOT, kind, 0, Looseness.EXACT);
  }

  static Operand local(Kind kind, int local, Looseness looseness) {
    return new Operand(Source.LOCAL, kind, local, looseness);
  }

  static Operand constant(Kind kind, long bits) {
    return new Operand(Source.CONSTANT, kind, bits, Looseness.EXACT);
  }

  static Operand onJavaStack(Kind kind, Looseness looseness) {
    return new Operand(Source.JAVA_STACK, kind, 0, looseness);
  }

  /** A number of type i32 on Java's operand stack that is {@code most} at most, unsigned. */
  static Operand atMost(long most) {
    return new Operand(Source.JAVA_STACK, Kind.I32, most, Looseness.EXACT);
  }

  /** A vector on Java's operand stack with nothing but bytes in its lanes of 16 bits. */
  static Operand bytesOnJavaStack(Looseness looseness) {
    return new Operand(Source.JAVA_STACK, Kind.V128, BYTES, looseness);
  }

  /** Whether this is a vector that is known to have nothing but bytes in its lanes of 16 bits. */
  boolean hasBytes() {
    boolean somewhere = source == Source.SLOT || source == Source.JAVA_STACK;
    return kind == Kind.V128 && somewhere && number == BYTES;
  }

  /** The same value, now in its slot. */
  Operand spilled() {
    return new Operand(Source.SLOT, kind, hasBytes() ? BYTES : 0, looseness);
  }

  /** The same value, in its slot and with canonical bits. */
  Operand settled() {
    return slot(kind);
  }

  /** Whether something of it may have other bits than it is to have. */
  boolean loose() {
    return looseness != Looseness.EXACT;
  }

  boolean is(Source asked) {
    return source == asked;
  }
}
