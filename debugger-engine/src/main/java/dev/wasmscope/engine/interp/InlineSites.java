package dev.wasmscope.engine.interp;

import dev.wasmscope.engine.probe.Inline;
import dev.wasmscope.engine.probe.Probe;
import dev.wasmscope.engine.runtime.WasmFunction;
import dev.wasmscope.engine.tier.ProbeSites;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The probes of a function where compiled code has them: at the same instructions. */
final class InlineSites implements ProbeSites {

  private final List<Inline> entry;
  private final Map<Integer, List<Inline>> byOffset = new HashMap<>();
  private final int end;

  /**
   * What compiled code does.
   *
   * @param probes by index in the code, null where there are none
   */
  InlineSites(WasmFunction function, InstructionMap map, Probe[][] probes) {
    entry = inlines(function, map.offset(0), probes[0]);
    for (int i = 0; i < map.size(); i++) {
      Probe[] here = probes[map.pc(i)];
      if (here != null) {
        byOffset.put(map.offset(map.pc(i)), inlines(function, map.offset(map.pc(i)), here));
      }
    }
    end = map.offset(map.pc(map.size() - 1));
  }

  private static List<Inline> inlines(WasmFunction function, int offset, Probe[] probes) {
    List<Inline> inlines = new ArrayList<>();
    for (Probe probe : probes == null ? new Probe[0] : probes) {
      inlines.add(probe.inline(function, offset));
    }
    return List.copyOf(inlines);
  }

  /** Whether compiled code can do all that there is to do. */
  boolean areComplete() {
    return !entry.contains(Inline.NOTHING)
        && byOffset.values().stream().noneMatch(here -> here.contains(Inline.NOTHING));
  }

  @Override
  public List<Inline> entry() {
    return entry;
  }

  @Override
  public List<Inline> at(int offset) {
    return byOffset.getOrDefault(offset, List.of());
  }

  @Override
  public List<Inline> end() {
    return at(end);
  }
}
