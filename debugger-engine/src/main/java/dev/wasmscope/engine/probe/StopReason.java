package dev.wasmscope.engine.probe;

import dev.wasmscope.engine.runtime.ExceptionInstance;
import dev.wasmscope.engine.trap.Trap;

/** Why a thread stopped. */
public sealed interface StopReason {

  /** Somebody called {@link WasmThread#pause}. */
  record Paused() implements StopReason {}

  /** A step ended, see {@link WasmThread#stepWithin}. */
  record Stepped() implements StopReason {}

  /**
   * A probe called {@link WasmThread#stopHere}.
   *
   * @param cause whatever it gave, as its breakpoint
   */
  record Requested(Object cause) implements StopReason {}

  /** The instruction trapped. When the thread goes on, the stack is unwound. */
  record Trapped(Trap trap) implements StopReason {}

  /** An exception was thrown that nobody catches. When the thread goes on, the stack is unwound. */
  record Uncaught(ExceptionInstance exception) implements StopReason {}
}
