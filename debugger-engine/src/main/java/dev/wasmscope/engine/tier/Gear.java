package dev.wasmscope.engine.tier;

import dev.wasmscope.engine.probe.WasmThread;

/** A way of executing the code of one store. */
public interface Gear {

  /** A new thread, with no frames. */
  WasmThread newThread(String name);
}
