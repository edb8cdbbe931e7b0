package dev.wasmscope.engine.jit;

import dev.wasmscope.engine.tier.TailTarget;

/**
 * A function as compiled code calls it when it does not know which one it is. A subclass is
 * generated for each {@link Signature}, with a method {@code call}; under it are the classes of
 * compiled functions, so that HotSpot's profile tells them apart.
 */
public abstract class Callee extends TailTarget {

  /** For generated classes. */
  protected Callee() {}
}
