package dev.wasmscope.profile.collect;

/** What can be recorded. */
public enum Metric {
  /** Samples of the stack at an interval of wall-clock time. */
  SAMPLES,
  /** Instructions executed, counted exactly by call path. */
  INSTRUCTIONS,
  /** Calls of functions, counted exactly by call path. */
  CALLS,
  /** A marker for each call from WebAssembly to its host. */
  HOST_CALLS,
  /** The size of memories over time, and a marker for each growth. */
  MEMORY
}
