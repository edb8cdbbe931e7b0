package dev.wasmscope.engine.debug;

import dev.wasmscope.engine.debuginfo.LineTable;
import dev.wasmscope.wasm.module.Place;
import dev.wasmscope.wasm.text.TextMap;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;

/** The lines of a text called {@code test.wat}. */
record TextLines(TextMap map) implements LineTable {

  @Override
  public String file() {
    return "test.wat";
  }

  @Override
  public OptionalInt lineOf(Place place) {
    return map.find(place).stream().mapToInt(span -> map.lines().line(span.start())).findFirst();
  }

  @Override
  public List<Place> placesOn(int line) {
    return map.placesOfLine(line).stream()
        .sorted(Comparator.comparingInt(Place::function).thenComparingInt(Place::offset))
        .toList();
  }
}
