package dev.wasmscope.wasm.instr;

import dev.wasmscope.wasm.source.Diagnostic;
import dev.wasmscope.wasm.source.DiagnosticCode;
import dev.wasmscope.wasm.source.Span;
import java.util.Optional;

/** What is said of something whose feature is switched off. */
public final class FeatureOff {

  private static final String NEEDS = " needs the feature ";

  private FeatureOff() {}

  /** Names the feature, what asks for it, and how to switch it on. */
  public static Diagnostic diagnostic(Feature feature, String construct, Span span) {
    return Diagnostic.error(DiagnosticCode.FEATURE_OFF, span, construct + NEEDS + feature.id())
        .withRemedy(
            "Switch it on with --features +" + feature.id() + " or in the settings of the file.");
  }

  /** The feature that must be switched on to be rid of {@code diagnostic}. */
  public static Optional<Feature> feature(Diagnostic diagnostic) {
    int at = diagnostic.message().lastIndexOf(NEEDS);
    return diagnostic.code() == DiagnosticCode.FEATURE_OFF && at >= 0
        ? Feature.of(diagnostic.message().substring(at + NEEDS.length()))
        : Optional.empty();
  }
}
