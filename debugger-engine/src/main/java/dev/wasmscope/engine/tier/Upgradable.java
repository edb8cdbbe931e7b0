package dev.wasmscope.engine.tier;

import dev.wasmscope.engine.runtime.GearCode;

/** Interpreted code that can be left for compiled code. */
public interface Upgradable extends GearCode {

  /** Sets what calls execute from now on; null for the interpreter. */
  void entry(CompiledEntry entry);

  /** Whether what is compiled of it can do what its probes do. */
  boolean isCompilable();

  /** The probes that it has now, which what is compiled must have too. */
  ProbeSites probes();

  /**
   * Sets what the loop at {@code offset} executes from now on; null for the interpreter. Whoever is
   * being interpreted goes on there when he comes to the loop.
   */
  void loopEntry(int offset, CompiledEntry entry);
}
