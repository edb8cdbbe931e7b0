package dev.wasmscope.app.analysis;

import dev.wasmscope.wasm.inspect.FeatureReport;
import dev.wasmscope.wasm.module.Module;
import dev.wasmscope.wasm.module.Spans;
import dev.wasmscope.wasm.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * What is known of one version of a document's text.
 *
 * @param problems errors first come first, as validation finds them
 * @param module what the text assembles to, as far as it does
 * @param spans where the module's parts stand in the text, in bytes
 * @param offsets the text's measures
 * @param needs the features it needs; empty while its code cannot be read
 */
public record Analysis(
    List<Problem> problems,
    Optional<Module> module,
    Spans spans,
    TextOffsets offsets,
    Optional<FeatureReport> needs) {
  /** Copies the problems. */
  public Analysis {
    problems = List.copyOf(problems);
  }

  /** Knows nothing of {@code text}. */
  public static Analysis none(String text) {
    return new Analysis(
        List.of(), Optional.empty(), site -> Span.at(0), TextOffsets.of(text), Optional.empty());
  }
}
