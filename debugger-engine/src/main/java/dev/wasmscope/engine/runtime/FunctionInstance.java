package dev.wasmscope.engine.runtime;

import dev.wasmscope.wasm.module.ExternKind;
import dev.wasmscope.wasm.type.ExternFunc;
import dev.wasmscope.wasm.type.ExternType;
import dev.wasmscope.wasm.type.FuncType;

/** A function at run time (§4.2.6): one of a module, or one of the host. */
public sealed interface FunctionInstance extends Extern permits WasmFunction, HostFunction {

  /** What users call it. */
  String name();

  /** Its type, in the store's canonical numbers. */
  FuncType type();

  /** The number of its type among the store's canonical types. */
  int typeNumber();

  @Override
  default ExternKind kind() {
    return ExternKind.FUNC;
  }

  @Override
  default ExternType externType() {
    return new ExternFunc(typeNumber());
  }
}
