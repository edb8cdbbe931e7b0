package dev.wasmscope.app.analysis;

import dev.wasmscope.wasm.module.Module;
import dev.wasmscope.wasm.module.Place;
import dev.wasmscope.wasm.source.Span;
import dev.wasmscope.wasm.text.TextMap;
import java.util.Comparator;
import java.util.Optional;

/**
 * A module and the text it was written as or printed to; leads from code to characters and back.
 *
 * @param module what the text means
 * @param map between its code and the bytes of the text
 * @param offsets between the bytes and the characters of the text
 */
public record ModuleText(Module module, TextMap map, TextOffsets offsets) {
  /** The characters of the instruction at {@code place}. */
  public Optional<Span> charactersOf(Place place) {
    return map.find(place)
        .map(span -> new Span(offsets.toChar(span.start()), offsets.toChar(span.end())));
  }

  /** The instruction of {@code line}, from 0, that is executed first. */
  public Optional<Place> placeOfLine(int line) {
    return map.placesOfLine(line + 1).stream().min(Comparator.naturalOrder());
  }
}
