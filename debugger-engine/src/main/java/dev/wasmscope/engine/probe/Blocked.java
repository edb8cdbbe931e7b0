package dev.wasmscope.engine.probe;

import dev.wasmscope.engine.runtime.HostFunction;
import dev.wasmscope.engine.runtime.MemoryInstance;

/** What a thread is in while it executes no code of its own. */
public sealed interface Blocked {

  /** A function of the host, which has not returned. */
  record InHost(HostFunction function) implements Blocked {}

  /** {@code memory.atomic.wait}, until another thread notifies. */
  record Waiting(MemoryInstance memory, long address) implements Blocked {}
}
