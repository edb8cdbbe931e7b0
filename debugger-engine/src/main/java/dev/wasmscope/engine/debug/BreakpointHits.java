package dev.wasmscope.engine.debug;

import dev.wasmscope.engine.probe.WasmThread;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Breakpoints reached by threads that are about to stop; several may be reached at one place. */
final class BreakpointHits {

  private record Hit(int id, String remark) {}

  private final Map<WasmThread, List<Hit>> pending = new ConcurrentHashMap<>();

  /** Stops {@code thread} where it is. Called on it. */
  void stop(WasmThread thread, int id, String remark) {
    pending.computeIfAbsent(thread, _ -> new ArrayList<>()).add(new Hit(id, remark));
    thread.stopHere(this);
  }

  /** What {@code thread} has stopped at; empty if it was no breakpoint. */
  Optional<StopReason> take(WasmThread thread) {
    List<Hit> hits = pending.remove(thread);
    if (hits == null) {
      return Optional.empty();
    }
    String remark =
        String.join("; ", hits.stream().map(Hit::remark).filter(r -> !r.isEmpty()).toList());
    return Optional.of(
        new StopReason.Breakpoint(hits.stream().map(Hit::id).distinct().toList(), remark));
  }
}
