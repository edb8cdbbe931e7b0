package dev.wasmscope.engine.runtime;

import dev.wasmscope.wasm.module.ExternKind;
import dev.wasmscope.wasm.type.ExternType;

/** What can be imported and exported at run time (§4.2.12). */
public sealed interface Extern
    permits FunctionInstance, TableInstance, MemoryInstance, GlobalInstance, TagInstance {

  /** The kind of import that this may serve. */
  ExternKind kind();

  /**
   * Its type now: limits start at the current size. Type indices are numbers of the store's
   * canonical types.
   */
  ExternType externType();
}
