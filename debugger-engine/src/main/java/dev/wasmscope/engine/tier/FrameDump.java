package dev.wasmscope.engine.tier;

import java.util.Arrays;

/**
 * The values of a compiled frame's variables, in the order in which its code numbers them. Compiled
 * code writes them, several at a time to keep itself short.
 */
public final class FrameDump {

  private static final int INITIAL = 8;

  private final CompiledCode code;
  private final int place;
  private final RuntimeException cause;
  private long[] bits = new long[INITIAL];

  /** As long as {@link #bits}, or null as long as no variable is an object. */
  private Object[] objects;

  private int size;

  /** Values of a frame of {@code code} at a place. */
  FrameDump(CompiledCode code, int place, RuntimeException cause) {
    this.code = code;
    this.place = place;
    this.cause = cause;
  }

  HeapFrame toFrame() {
    return code.frame(place, this);
  }

  /** What compiled code is to throw when it has copied everything. */
  public RuntimeException cause() {
    return cause;
  }

  /** The bits of a variable that is a number. */
  public long bits(int variable) {
    return bits[variable];
  }

  /** The object of a variable that is a reference or vector. */
  public Object object(int variable) {
    return objects == null ? null : objects[variable];
  }

  private int next() {
    if (size == bits.length) {
      bits = Arrays.copyOf(bits, 2 * size);
      objects = objects == null ? null : Arrays.copyOf(objects, 2 * size);
    }
    return size++;
  }

  /**
   * Takes the values of all variables at once.
   *
   * @param newBits of those that are numbers; kept
   * @param newObjects of those that are references or vectors; kept; null if there are none
   */
  public FrameDump all(long[] newBits, Object[] newObjects) {
    bits = newBits;
    objects = newObjects;
    size = newBits.length;
    return this;
  }

  /** Adds a variable of type {@code i32}. */
  public FrameDump add(int value) {
    int at = next();
    bits[at] = value;
    return this;
  }

  /** Adds a variable of type {@code i64}. */
  public FrameDump add(long value) {
    int at = next();
    bits[at] = value;
    return this;
  }

  /** Adds a variable of type {@code f32}. */
  public FrameDump add(float value) {
    int at = next();
    bits[at] = Float.floatToRawIntBits(value);
    return this;
  }

  /** Adds a variable of type {@code f64}. */
  public FrameDump add(double value) {
    int at = next();
    bits[at] = Double.doubleToRawLongBits(value);
    return this;
  }

  /** Adds a variable that is a reference or vector. */
  public FrameDump add(Object value) {
    int at = next();
    if (objects == null) {
      objects = new Object[bits.length];
    }
    objects[at] = value;
    return this;
  }

  /** Adds four variables. */
  public FrameDump add(int a, int b, int c, int d) {
    return add(a).add(b).add(c).add(d);
  }

  /** Adds four variables. */
  public FrameDump add(long a, long b, long c, long d) {
    return add(a).add(b).add(c).add(d);
  }

  /** Adds four variables. */
  public FrameDump add(double a, double b, double c, double d) {
    return add(a).add(b).add(c).add(d);
  }

  /** Adds four variables. */
  public FrameDump add(Object a, Object b, Object c, Object d) {
    return add(a).add(b).add(c).add(d);
  }
}
