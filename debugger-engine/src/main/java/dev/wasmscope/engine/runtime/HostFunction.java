package dev.wasmscope.engine.runtime;

import dev.wasmscope.wasm.type.FuncType;
import dev.wasmscope.wasm.type.SubType;

/** A function of the host, known by the module and field name it serves. */
public final class HostFunction extends FunctionInstance {

  private final String module;
  private final String field;
  private final HostCode code;

  /**
   * A function for modules of {@code store}.
   *
   * @param type parameters and results; type indices are numbers of the store's canonical types
   */
  public HostFunction(Store store, String module, String field, FuncType type, HostCode code) {
    super(store.types().intern(SubType.of(type)), type);
    this.module = module;
    this.field = field;
    this.code = code;
  }

  /** The module name of the imports that it serves. */
  public String module() {
    return module;
  }

  /** The field name of the imports that it serves. */
  public String field() {
    return field;
  }

  @Override
  public String name() {
    return module + "." + field;
  }

  /** What it does; called by {@link HostCalls} only. */
  HostCode code() {
    return code;
  }

  @Override
  public String toString() {
    return name();
  }
}
