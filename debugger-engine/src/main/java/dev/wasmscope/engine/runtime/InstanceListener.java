package dev.wasmscope.engine.runtime;

/** Hears of new instances. */
@FunctionalInterface
public interface InstanceListener {

  /** {@code instance} has its parts, but none of its code has run: the moment for breakpoints. */
  void allocated(Instance instance);
}
