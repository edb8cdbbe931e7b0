package dev.wasmscope.engine.runtime;

/** Sees every call of a host function; called on the calling thread. */
public interface HostCallListener {

  /** The arguments are there, nothing has been done yet. */
  default void before(HostCall call) {}

  /** The results are there, and what was written into the caller's memory. */
  default void after(HostCall call) {}

  /** The call ended by {@code failure} instead: a trap, an exception, the program's exit. */
  default void failed(HostCall call, RuntimeException failure) {}
}
