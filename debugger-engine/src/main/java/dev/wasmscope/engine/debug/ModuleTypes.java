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
    int count = instance.spaces().types().size();
    for (int index = 0; index < count; index++) {
      if (instance.typeNumber(index) == number) {
        return index;
      }
    }
    return number;
  }
}
