package dev.wasmscope.app.analysis;

import dev.wasmscope.wasm.instr.FeatureSet;
import dev.wasmscope.wasm.module.ByteSlice;
import java.util.List;

/** Looks at a document's text. Both methods may take their time and run on any thread. */
public interface Analyzer {
  /** The coloured runs of {@code text}, ascending, without overlap. */
  List<StyledToken> highlight(String text);

  /**
   * Parses and validates {@code text}, which may use {@code features}; never throws for bad text.
   */
  Analysis analyze(String text, FeatureSet features);

  /** Reads and validates the module in {@code bytes}; its spans are those of its printed text. */
  Analysis analyze(ByteSlice bytes, FeatureSet features);
}
