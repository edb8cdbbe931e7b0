package dev.wasmscope.app.analysis;

import dev.wasmscope.wasm.instr.FeatureSet;
import dev.wasmscope.wasm.source.Diagnostic;
import dev.wasmscope.wasm.source.DiagnosticException;
import dev.wasmscope.wasm.source.Severity;
import dev.wasmscope.wasm.text.ParsedModule;
import dev.wasmscope.wasm.text.WatParser;

/** Loads modules that are going to run: read or assembled, and valid. */
public final class ModuleLoader {
  private final FeatureSet features;

  /** A loader of modules that may use {@code features}. */
  public ModuleLoader(FeatureSet features) {
    this.features = features;
  }

  /**
   * Assembles {@code text}.
   *
   * @throws DiagnosticException for the first error
   */
  public ModuleText ofText(String text) {
    ParsedModule parsed = WatParser.parse(TextOffsets.bytes(text), features);
    for (Diagnostic diagnostic : parsed.diagnostics()) {
      if (diagnostic.severity() == Severity.ERROR) {
        throw new DiagnosticException(diagnostic);
      }
    }
    return new ModuleText(parsed.module(), parsed.map(), TextOffsets.of(text));
  }
}
