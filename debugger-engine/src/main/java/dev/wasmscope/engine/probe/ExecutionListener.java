package dev.wasmscope.engine.probe;

import dev.wasmscope.engine.runtime.ExceptionInstance;
import dev.wasmscope.engine.runtime.MemoryInstance;
import dev.wasmscope.engine.trap.Trap;

/**
 * Hears of what happens rarely, on all threads. Called on the thread it happens on, which may be
 * stopped there by {@link WasmThread#stopHere}. Calls of host functions are heard of at {@link
 * dev.wasmscope.engine.runtime.Store#hostCalls}.
 */
public interface ExecutionListener {

  /** The instruction at the frame's place has trapped; its operands are still there. */
  default void trapped(FrameView frame, Trap trap) {}

  /** An exception has been thrown at the frame's place; no frame has been left yet. */
  default void thrown(FrameView frame, ExceptionInstance exception) {}

  /**
   * A memory was asked to grow.
   *
   * @param pages the size before, in pages, or −1 if it could not
   */
  default void grown(FrameView frame, MemoryInstance memory, long pages) {}
}
