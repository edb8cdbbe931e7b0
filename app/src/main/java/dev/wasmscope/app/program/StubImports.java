package dev.wasmscope.app.program;

import dev.wasmscope.engine.runtime.Extern;
import dev.wasmscope.engine.runtime.HostFunction;
import dev.wasmscope.engine.runtime.ImportSource;
import dev.wasmscope.engine.runtime.Instance;
import dev.wasmscope.wasm.module.Import;
import dev.wasmscope.wasm.type.ExternFunc;
import java.util.Optional;

/** Functions that answer zero or null, in the place of those that nobody provides. */
final class StubImports implements ImportSource {

  @Override
  public Optional<Extern> find(Instance importer, Import wanted) {
    if (!(wanted.type() instanceof ExternFunc(int typeIndex))) {
      return Optional.empty();
    }
    var type = importer.store().types().func(importer.typeNumber(typeIndex));
    return Optional.of(
        new HostFunction(importer.store(), wanted.module(), wanted.name(), type, _ -> {}));
  }
}
