package dev.wasmscope.app.session;

import dev.wasmscope.wasm.module.Place;
import java.util.Optional;

/** Leads from places in the code to the text of the document that runs, and back. */
public interface SourceLines {
  /** The text of the instruction at {@code place}. */
  Optional<TextRange> rangeOf(Place place);

  /** The first instruction at {@code line}, from 0, or on the next lines of the same function. */
  Optional<Place> placeAt(int line);
}
