package dev.wasmscope.app.session;

import dev.wasmscope.app.analysis.ModuleText;
import dev.wasmscope.engine.debuginfo.LineTable;
import dev.wasmscope.wasm.module.Place;
import dev.wasmscope.wasm.source.Span;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The text of a module, as the window and as the debugger ask for it.
 *
 * @param file the name of the document
 * @param text the module and its text
 */
public record ProgramText(String file, ModuleText text) implements SourceLines, LineTable {
  @Override
  public Optional<TextRange> rangeOf(Place place) {
    return text.charactersOf(place).map(this::range);
  }

  private TextRange range(Span characters) {
    int start = characters.start();
    return new TextRange(
        text.offsets().line(start), text.offsets().column(start), start, characters.end());
  }

  @Override
  public Optional<Place> placeAt(int line) {
    return text.placeOfLine(line);
  }

  @Override
  public OptionalInt lineOf(Place place) {
    Optional<TextRange> range = rangeOf(place);
    return range.isPresent() ? OptionalInt.of(range.get().line() + 1) : OptionalInt.empty();
  }

  @Override
  public List<Place> placesOn(int line) {
    return text.map().placesOfLine(line).stream().sorted().toList();
  }
}
