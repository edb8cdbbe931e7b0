package dev.wasmscope.wasm.binary;

import dev.wasmscope.wasm.module.Module;
import dev.wasmscope.wasm.module.Spans;
import dev.wasmscope.wasm.source.Diagnostic;
import java.util.List;

/**
 * A module read from the binary format.
 *
 * @param module its parts, over the bytes of the file
 * @param spans where its sites stand in the file
 * @param warnings what was wrong with parts that carry no meaning, as the name section
 */
public record BinaryModule(Module module, Spans spans, List<Diagnostic> warnings) {

  public BinaryModule {
    warnings = List.copyOf(warnings);
  }
}
