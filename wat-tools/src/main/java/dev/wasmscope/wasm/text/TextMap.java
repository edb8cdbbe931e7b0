package dev.wasmscope.wasm.text;

import dev.wasmscope.wasm.module.Definition;
import dev.wasmscope.wasm.module.Place;
import dev.wasmscope.wasm.module.Site;
import dev.wasmscope.wasm.module.Spans;
import dev.wasmscope.wasm.source.LineIndex;
import dev.wasmscope.wasm.source.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Where the definitions and instructions of a module stand in a text, both ways. Immutable; kept in
 * arrays, for texts of any size. The span of an instruction is that of its keyword and immediates;
 * an {@code end} that the text leaves out has that of the closing parenthesis.
 */
public final class TextMap implements Spans {

  private static final Span NOWHERE = new Span(0, 0);

  /** Spans of definitions of one kind, by index; both −1 where an index has none. */
  private static final class DefinitionSpans {
    private final int[] starts;
    private final int[] ends;

    DefinitionSpans(int[] starts, int[] ends) {
      this.starts = starts;
      this.ends = ends;
    }

    Optional<Span> get(int index) {
      boolean known = index >= 0 && index < starts.length && ends[index] > 0;
      return known ? Optional.of(new Span(starts[index], ends[index])) : Optional.empty();
    }
  }

  /** The instructions of one function, sorted by where they start in the text. */
  private static final class Sorted {
    private final int function;
    private final int[] entries;

    Sorted(int function, int[] entries) {
      this.function = function;
      this.entries = entries;
    }
  }

  private final byte[] source;
  private final Map<Definition.Kind, DefinitionSpans> definitions;
  private final int[] firsts;
  private final int[] lasts;
  private final int[] offsets;
  private final int[] starts;
  private final int[] ends;
  private volatile LineIndex lines;
  private volatile Sorted sorted = new Sorted(-1, new int[0]);

  private TextMap(Builder builder, byte[] source) {
    this.source = source;
    definitions = new EnumMap<>(Definition.Kind.class);
    builder.starts.forEach(
        (kind, from) ->
            definitions.put(
                kind, new DefinitionSpans(from.toArray(), builder.ends.get(kind).toArray())));
    firsts = builder.firsts.toArray();
    lasts = builder.lasts.toArray();
    offsets = builder.offsets.toArray();
    starts = builder.instructionStarts.toArray();
    ends = builder.instructionEnds.toArray();
  }

  /** The lines of the text. */
  public LineIndex lines() {
    LineIndex known = lines;
    if (known == null) {
      known = LineIndex.of(source);
      lines = known;
    }
    return known;
  }

  @Override
  public Span of(Site site) {
    return switch (site) {
      case Place place ->
          find(place)
              .or(() -> definition(Definition.Kind.FUNCTION, place.function()))
              .orElse(NOWHERE);
      case Definition(Definition.Kind kind, int index) -> definition(kind, index).orElse(NOWHERE);
    };
  }

  /** Where the definition stands in the text, if it does. */
  public Optional<Span> definition(Definition.Kind kind, int index) {
    DefinitionSpans spans = definitions.get(kind);
    return spans == null ? Optional.empty() : spans.get(index);
  }

  /** The span of the instruction at {@code place}, if one starts just there. */
  public Optional<Span> find(Place place) {
    if (place.function() < 0 || place.function() >= firsts.length) {
      return Optional.empty();
    }
    int at =
        Arrays.binarySearch(
            offsets, firsts[place.function()], lasts[place.function()], place.offset());
    return at < 0 ? Optional.empty() : Optional.of(new Span(starts[at], ends[at]));
  }

  /** Places of the instructions of a function, in the order of the code. */
  public List<Place> places(int function) {
    if (function < 0 || function >= firsts.length) {
      return List.of();
    }
    return IntStream.range(firsts[function], lasts[function])
        .mapToObj(entry -> new Place(function, offsets[entry]))
        .toList();
  }

  /** The function, defined or imported, whose text holds the byte at {@code textOffset}. */
  public OptionalInt functionAt(int textOffset) {
    DefinitionSpans functions = definitions.get(Definition.Kind.FUNCTION);
    if (functions == null) {
      return OptionalInt.empty();
    }
    int at = Arrays.binarySearch(functions.starts, textOffset);
    int function = at >= 0 ? at : -at - 2;
    boolean inside = function >= 0 && textOffset < functions.ends[function];
    return inside ? OptionalInt.of(function) : OptionalInt.empty();
  }

  /**
   * The instruction at a place of the text: the one whose characters are there, else the next one
   * of the line, else the last one of the line.
   */
  public Optional<Place> placeAt(int textOffset) {
    OptionalInt function = functionAt(textOffset);
    if (function.isEmpty()) {
      return Optional.empty();
    }
    int[] order = order(function.getAsInt());
    int next = firstFrom(order, textOffset + 1);
    if (next > 0 && textOffset < ends[order[next - 1]]) {
      return Optional.of(place(function.getAsInt(), order[next - 1]));
    }
    Span line = lines().lineSpan(lines().line(textOffset));
    if (next < order.length && starts[order[next]] <= line.end()) {
      return Optional.of(place(function.getAsInt(), order[next]));
    }
    boolean before = next > 0 && starts[order[next - 1]] >= line.start();
    return before ? Optional.of(place(function.getAsInt(), order[next - 1])) : Optional.empty();
  }

  /** Places of the instructions that start on {@code line} (from 1), in textual order. */
  public List<Place> placesOfLine(int line) {
    if (line < 1 || line > lines().lineCount()) {
      return List.of();
    }
    Span span = lines().lineSpan(line);
    var found = new ArrayList<Place>();
    int at = span.start();
    while (at <= span.end()) {
      OptionalInt function = functionAt(at);
      if (function.isEmpty()) {
        at = nextFunction(at);
        continue;
      }
      int[] order = order(function.getAsInt());
      for (int i = firstFrom(order, span.start());
          i < order.length && starts[order[i]] <= span.end();
          i++) {
        found.add(place(function.getAsInt(), order[i]));
      }
      at = definition(Definition.Kind.FUNCTION, function.getAsInt()).orElse(NOWHERE).end();
    }
    return found;
  }

  private int nextFunction(int textOffset) {
    DefinitionSpans functions = definitions.get(Definition.Kind.FUNCTION);
    if (functions == null) {
      return Integer.MAX_VALUE;
    }
    int at = Arrays.binarySearch(functions.starts, textOffset);
    int next = at >= 0 ? at : -at - 1;
    return next < functions.starts.length ? functions.starts[next] : Integer.MAX_VALUE;
  }

  private Place place(int function, int entry) {
    return new Place(function, offsets[entry]);
  }

  /** The instructions of a function in textual order; none where it has no body. */
  private int[] order(int function) {
    if (function >= firsts.length) {
      return new int[0];
    }
    Sorted known = sorted;
    if (known.function != function) {
      int[] entries =
          IntStream.range(firsts[function], lasts[function])
              .mapToLong(entry -> (long) starts[entry] << 32 | entry)
              .sorted()
              .mapToInt(key -> (int) key)
              .toArray();
      known = new Sorted(function, entries);
      sorted = known;
    }
    return known.entries;
  }

  /** How many entries of {@code order} start before {@code textOffset}. */
  private int firstFrom(int[] order, int textOffset) {
    int low = 0;
    int high = order.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (starts[order[middle]] < textOffset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Collects a map while a text is read or printed. */
  static final class Builder implements SpanListener {

    private final Map<Definition.Kind, IntList> starts = new EnumMap<>(Definition.Kind.class);
    private final Map<Definition.Kind, IntList> ends = new EnumMap<>(Definition.Kind.class);
    private final IntList firsts = new IntList();
    private final IntList lasts = new IntList();
    private final IntList offsets = new IntList();
    private final IntList instructionStarts = new IntList();
    private final IntList instructionEnds = new IntList();

    @Override
    public void define(Definition.Kind kind, int index, int start, int end) {
      IntList from = starts.computeIfAbsent(kind, _ -> new IntList());
      IntList to = ends.computeIfAbsent(kind, _ -> new IntList());
      if (from.size() <= index) {
        from.resize(index + 1);
        to.resize(index + 1);
      }
      from.set(index, start);
      to.set(index, end);
    }

    @Override
    public void beginFunction(int function) {
      if (firsts.size() <= function) {
        firsts.resize(function + 1);
        lasts.resize(function + 1);
      }
      firsts.set(function, offsets.size());
      lasts.set(function, offsets.size());
    }

    @Override
    public void instruction(int function, int offset, int start, int end) {
      offsets.add(offset);
      instructionStarts.add(start);
      instructionEnds.add(end);
      lasts.set(function, offsets.size());
    }

    /** Sorts the instructions of the function. */
    @Override
    public void endFunction(int function) {
      int first = firsts.get(function);
      int count = lasts.get(function) - first;
      long[] order = new long[count];
      int[][] copies = new int[3][count];
      for (int i = 0; i < count; i++) {
        order[i] = (long) offsets.get(first + i) << 32 | i;
        copies[0][i] = offsets.get(first + i);
        copies[1][i] = instructionStarts.get(first + i);
        copies[2][i] = instructionEnds.get(first + i);
      }
      Arrays.sort(order);
      for (int i = 0; i < count; i++) {
        int from = (int) order[i];
        offsets.set(first + i, copies[0][from]);
        instructionStarts.set(first + i, copies[1][from]);
        instructionEnds.set(first + i, copies[2][from]);
      }
    }

    TextMap build(byte[] source) {
      return new TextMap(this, source);
    }
  }
}
