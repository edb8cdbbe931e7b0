package dev.wasmscope.engine.jit;

import dev.wasmscope.engine.runtime.ExceptionInstance;
import dev.wasmscope.engine.runtime.WasmException;
import dev.wasmscope.engine.tier.GearThread;
import dev.wasmscope.engine.tier.Leave;
import dev.wasmscope.engine.trap.Trap;
import dev.wasmscope.engine.trap.TrapReason;

/** What compiled code calls when it throws. */
public final class Throwing {

  private Throwing() {}

  /**
   * What Java is to throw for an exception.
   *
   * @param reference the exception, or null
   */
  public static WasmException of(GearThread thread, Object reference) {
    if (thread.watchesThrows()) {
      throw Leave.NOW;
    }
    if (reference instanceof ExceptionInstance exception) {
      return new WasmException(exception);
    }
    throw new Trap(TrapReason.NULL_EXCEPTION_REFERENCE);
  }
}
