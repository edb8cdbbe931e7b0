package dev.wasmscope.app.program;

import dev.wasmscope.engine.debuginfo.LineTable;
import dev.wasmscope.wasm.module.Place;
import dev.wasmscope.wasm.text.TextMap;
import java.util.List;
import java.util.OptionalInt;

/** The lines of a text that a module was parsed from or printed as. */
public record TextLines(String file, TextMap map) implements LineTable {

  @Override
  public OptionalInt lineOf(Place place) {
    return map.find(place)
        .map(span -> OptionalInt.of(map.lines().line(span.start())))
        .orElseGet(OptionalInt::empty);
  }

  @Override
  public List<Place> placesOn(int line) {
    return map.placesOfLine(line).stream().sorted().toList();
  }
}
