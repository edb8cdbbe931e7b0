package dev.wasmscope.wasm.lang;

import dev.wasmscope.wasm.module.Place;
import dev.wasmscope.wasm.source.Span;
import dev.wasmscope.wasm.type.ValType;
import dev.wasmscope.wasm.valid.ModuleContext;
import dev.wasmscope.wasm.valid.OperandTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalInt;

/** Hints at the ends of lines: the operands there, bottom to top. */
public final class InlayHints {

  /**
   * A hint.
   *
   * @param offset where it is shown: the end of a line
   * @param text the types, as {@code i32 f64}
   */
  public record Hint(int offset, String text) {}

  private InlayHints() {}

  /** The hints of the lines from {@code firstLine} to {@code lastLine} (from 1, inclusive). */
  public static List<Hint> of(WatDocument document, int firstLine, int lastLine) {
    Optional<ModuleContext> context = document.context();
    List<Hint> hints = new ArrayList<>();
    if (context.isEmpty()) {
      return hints;
    }
    NavigableMap<Integer, List<ValType>> types = null;
    int function = -1;
    int last = Math.min(lastLine, document.map().lines().lineCount());
    for (int line = Math.max(1, firstLine); line <= last; line++) {
      Span span = document.map().lines().lineSpan(line);
      OptionalInt at = document.map().functionAt(Math.max(span.start(), span.end() - 1));
      if (at.isPresent() && at.getAsInt() != function) {
        function = at.getAsInt();
        types = OperandTypes.all(context.get(), function);
      }
      if (at.isPresent()) {
        hint(document, line, types).ifPresent(hints::add);
      }
    }
    return hints;
  }

  private static Optional<Hint> hint(
      WatDocument document, int line, NavigableMap<Integer, List<ValType>> types) {
    List<Place> places = document.map().placesOfLine(line);
    int last = places.stream().mapToInt(Place::offset).max().orElse(-1);
    var next = types.higherEntry(last);
    if (last < 0 || next == null || next.getValue().isEmpty()) {
      return Optional.empty();
    }
    Span span = document.map().lines().lineSpan(line);
    return Optional.of(new Hint(span.end(), Instructions.list(next.getValue())));
  }
}
