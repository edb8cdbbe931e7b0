package dev.wasmscope.engine.probe;

import dev.wasmscope.engine.runtime.WasmFunction;
import java.util.Optional;

/** What a gear hears of probes. */
@FunctionalInterface
public interface ProbeListener {

  /**
   * Probes were attached or detached.
   *
   * @param function of this function; empty means of all functions
   */
  void changed(Optional<WasmFunction> function);
}
