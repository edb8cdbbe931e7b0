package dev.wasmscope.engine.jit;

import dev.wasmscope.engine.runtime.WasmFunction;
import dev.wasmscope.engine.tier.Upgradable;
import dev.wasmscope.wasm.binary.CodeReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds small functions that call each other in place of themselves, round and round: as one Java
 * method their tail calls are jumps.
 */
final class TailGroup {

  /** Bytes of WebAssembly that a group may have. */
  private static final int LARGE = 1000;

  private final WasmFunction first;
  private final Map<WasmFunction, Set<WasmFunction>> callees = new LinkedHashMap<>();

  private TailGroup(WasmFunction first) {
    this.first = first;
  }

  /**
   * The function, and those that its tail calls lead to and whose tail calls lead back to it.
   *
   * <p>Only functions that have been called already are: the probes of others are not known.
   */
  static List<WasmFunction> of(WasmFunction function) {
    TailGroup group = new TailGroup(function);
    group.find();
    return group.leadingBack();
  }

  private void find() {
    Deque<WasmFunction> found = new ArrayDeque<>(List.of(first));
    int size = 0;
    while (!found.isEmpty()) {
      WasmFunction next = found.remove();
      int larger = size + next.definition().body().length();
      if (larger <= LARGE && !callees.containsKey(next)) {
        size = larger;
        callees.put(next, callees(next));
        found.addAll(callees.get(next));
      }
    }
  }

  private List<WasmFunction> leadingBack() {
    Set<WasmFunction> leading = new HashSet<>(List.of(first));
    boolean grows = true;
    while (grows) {
      grows = false;
      for (Map.Entry<WasmFunction, Set<WasmFunction>> entry : callees.entrySet()) {
        if (entry.getValue().stream().anyMatch(leading::contains)) {
          grows |= leading.add(entry.getKey());
        }
      }
    }
    List<WasmFunction> inOrder = new ArrayList<>(List.of(first));
    callees.keySet().stream().filter(f -> f != first && leading.contains(f)).forEach(inOrder::add);
    return inOrder;
  }

  private static Set<WasmFunction> callees(WasmFunction function) {
    Set<WasmFunction> called = new LinkedHashSet<>();
    CodeReader reader = CodeReader.ofBody(function.definition().body());
    while (!reader.atEnd()) {
      switch (reader.next()) {
        case RETURN_CALL -> {
          if (function.instance().function(reader.index()) instanceof WasmFunction known) {
            called.add(known);
          }
        }
        case RETURN_CALL_INDIRECT, RETURN_CALL_REF ->
            called.addAll(Guesses.of(reader, function.instance()));
        default -> {}
      }
    }
    called.removeIf(callee -> callee.instance() != function.instance() || !isKnown(callee));
    return called;
  }

  /** Whether its probes are known, and of a kind that can be compiled. */
  private static boolean isKnown(WasmFunction function) {
    return function.code() instanceof Upgradable code && code.isCompilable();
  }
}
