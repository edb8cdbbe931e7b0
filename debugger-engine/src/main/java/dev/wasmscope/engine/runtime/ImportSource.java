package dev.wasmscope.engine.runtime;

import dev.wasmscope.wasm.module.Import;
import java.util.Optional;

/** Makes up what a module asks for, as stubs of missing functions. */
@FunctionalInterface
public interface ImportSource {

  /**
   * What serves {@code wanted}, if this source has it.
   *
   * @param importer the instance being linked; its {@link Instance#toStore} translates the types
   */
  Optional<Extern> find(Instance importer, Import wanted);
}
