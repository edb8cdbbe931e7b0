package dev.wasmscope.wasm.binary;

import dev.wasmscope.wasm.module.Definition;
import dev.wasmscope.wasm.source.Span;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/** Where the definitions of a module stand in its file, as numbers. */
final class DefinitionSpans {

  private static final int INITIAL_SIZE = 16;

  private final Map<Definition.Kind, int[]> ends = new EnumMap<>(Definition.Kind.class);
  private final Map<Definition.Kind, Integer> sizes = new EnumMap<>(Definition.Kind.class);

  /** Notes where the next definition of {@code kind} stands. */
  void add(Definition.Kind kind, int start, int end) {
    int at = 2 * count(kind);
    int[] list = ends.computeIfAbsent(kind, _ -> new int[INITIAL_SIZE]);
    if (at == list.length) {
      list = Arrays.copyOf(list, 2 * at);
      ends.put(kind, list);
    }
    list[at] = start;
    list[at + 1] = end;
    sizes.put(kind, at / 2 + 1);
  }

  int count(Definition.Kind kind) {
    return sizes.getOrDefault(kind, 0);
  }

  /** Where definition {@code index} of {@code kind} stands, or null. */
  Span get(Definition.Kind kind, int index) {
    int[] list = ends.get(kind);
    return list != null && index >= 0 && index < count(kind)
        ? new Span(list[2 * index], list[2 * index + 1])
        : null;
  }
}
