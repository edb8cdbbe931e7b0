package dev.wasmscope.engine.probe;

import dev.wasmscope.engine.runtime.WasmFunction;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** Counts how often its points are reached. In compiled code that is an addition, no call. */
public final class Counter implements Probe {

  private static final VarHandle COUNT;

  static {
    try {
      COUNT = MethodHandles.lookup().findVarHandle(Counter.class, "count", long.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  /**
   * How often so far. Compiled code counts here, where no memory is shared; read it while no thread
   * executes.
   */
  public long count;

  /** Counts one, also where several threads do. */
  public void add() {
    COUNT.getAndAdd(this, 1L);
  }

  @Override
  public void fire(FrameView frame) {
    add();
  }

  @Override
  public Inline inline(WasmFunction function, int offset) {
    return new Inline.Count(this);
  }
}
