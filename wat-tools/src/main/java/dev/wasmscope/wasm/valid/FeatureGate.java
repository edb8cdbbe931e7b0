package dev.wasmscope.wasm.valid;

import dev.wasmscope.wasm.instr.Feature;
import dev.wasmscope.wasm.source.Diagnostic;
import dev.wasmscope.wasm.source.DiagnosticCode;
import dev.wasmscope.wasm.source.DiagnosticException;
import dev.wasmscope.wasm.source.Span;

/** What is said of something whose feature is switched off. */
final class FeatureGate {

  private FeatureGate() {}

  /** Names the feature, what asks for it, and how to switch it on. */
  static Diagnostic diagnostic(Feature feature, String construct, Span span) {
    return Diagnostic.error(
            DiagnosticCode.FEATURE_OFF, span, construct + " needs the feature " + feature.id())
        .withRemedy(
            "Switch it on with --features +" + feature.id() + " or in the settings of the file.");
  }

  static DiagnosticException error(Feature feature, String construct, Span span) {
    return new DiagnosticException(diagnostic(feature, construct, span));
  }
}
