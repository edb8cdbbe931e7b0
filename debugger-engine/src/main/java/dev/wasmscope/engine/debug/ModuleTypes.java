package dev.wasmscope.engine.debug;

import dev.wasmscope.engine.runtime.Instance;
import dev.wasmscope.wasm.type.TypeRenaming;

/**
 * Translates the store's numbers of types back to the type indices of a module, which its users
 * know. Of equal types the first is named.
 */
record ModuleTypes(Instance instance) implements TypeRenaming {

  @Override
  public int rename(int number) {
    return instance.typeIndex(number).orElse(number);
  }
}
