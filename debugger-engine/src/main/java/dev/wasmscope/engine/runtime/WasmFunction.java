package dev.wasmscope.engine.runtime;

import dev.wasmscope.wasm.module.Function;
import dev.wasmscope.wasm.type.FuncType;

/** A function that a module defines, with the instance it closes over. */
public final class WasmFunction extends FunctionInstance {

  private final Instance instance;
  private final int index;
  private final Function definition;
  private volatile GearCode code;

  WasmFunction(Instance instance, int index, Function definition, int typeNumber, FuncType type) {
    super(typeNumber, type);
    this.instance = instance;
    this.index = index;
    this.definition = definition;
  }

  public Instance instance() {
    return instance;
  }

  /** Its index in the module's function index space. */
  public int index() {
    return index;
  }

  /** Its body, in the encoding of the binary format. */
  public Function definition() {
    return definition;
  }

  @Override
  public String name() {
    return instance.spaces().displayName(index);
  }

  /** What a gear made of the body, or null before the first call; the gear's own. */
  public GearCode code() {
    return code;
  }

  /** Sets what {@link #code} answers; only gears call it. */
  public void code(GearCode made) {
    code = made;
  }

  @Override
  public String toString() {
    return name();
  }
}
