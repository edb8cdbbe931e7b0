package dev.wasmscope.wasm.text;

import dev.wasmscope.wasm.module.Module;
import dev.wasmscope.wasm.source.Diagnostic;
import dev.wasmscope.wasm.source.Severity;
import java.util.List;

/**
 * What a text says.
 *
 * @param module the module; where there are errors, as much of it as could be understood
 * @param map where its parts stand in the text
 * @param diagnostics what is wrong, in textual order
 */
public record ParsedModule(Module module, TextMap map, List<Diagnostic> diagnostics) {

  public ParsedModule {
    diagnostics = List.copyOf(diagnostics);
  }

  /** Whether the text is not well-formed, so that the module must not be used to run it. */
  public boolean hasErrors() {
    return diagnostics.stream().anyMatch(d -> d.severity() == Severity.ERROR);
  }
}
