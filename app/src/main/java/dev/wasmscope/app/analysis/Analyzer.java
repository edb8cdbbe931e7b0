package dev.wasmscope.app.analysis;

import java.util.List;

/** Looks at a document's text. Both methods may take their time and run on any thread. */
public interface Analyzer {
  /** The coloured runs of {@code text}, ascending, without overlap. */
  List<StyledToken> highlight(String text);

  /** Parses and validates {@code text}; never throws for bad text. */
  Analysis analyze(String text);
}
