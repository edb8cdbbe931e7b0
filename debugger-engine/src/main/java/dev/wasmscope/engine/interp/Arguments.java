package dev.wasmscope.engine.interp;

import dev.wasmscope.engine.runtime.FunctionInstance;
import dev.wasmscope.engine.runtime.Store;
import dev.wasmscope.engine.runtime.TypeTest;
import dev.wasmscope.engine.runtime.Value;
import dev.wasmscope.wasm.type.ValType;
import java.util.List;

/** Checks what a host wants to hand to WebAssembly. */
final class Arguments {

  private Arguments() {}

  /** Fails with a sentence unless {@code args} are what {@code function} takes. */
  static void check(Store store, FunctionInstance function, List<Value> args) {
    List<ValType> params = function.type().params();
    if (params.size() != args.size()) {
      throw new IllegalArgumentException(
          "%s takes %d arguments %s, found %d"
              .formatted(function.name(), params.size(), params, args.size()));
    }
    for (int i = 0; i < params.size(); i++) {
      if (!TypeTest.fits(store, args.get(i), params.get(i))) {
        throw new IllegalArgumentException(
            "argument %d of %s: expected %s, found %s"
                .formatted(i, function.name(), params.get(i), args.get(i)));
      }
    }
  }
}
