package dev.wasmscope.engine.debug;

import dev.wasmscope.engine.probe.WasmThread;
import dev.wasmscope.engine.runtime.Instance;
import dev.wasmscope.engine.runtime.Value;
import java.util.List;

/** What a session runs, from linking to the end. */
public interface Program {

  /**
   * Links the module and runs its start function on {@code thread}.
   *
   * @throws dev.wasmscope.wasm.source.DiagnosticException if it cannot be linked
   */
  Instance instantiate(WasmThread thread);

  /** Calls what is to be run of {@code instance} on {@code thread}. */
  List<Value> run(WasmThread thread, Instance instance);
}
