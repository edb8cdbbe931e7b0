package dev.wasmscope.engine.debug;

import dev.wasmscope.engine.breakpoint.Breakpoint;
import dev.wasmscope.engine.breakpoint.EventKind;
import dev.wasmscope.engine.breakpoint.Target;
import dev.wasmscope.engine.debuginfo.LineTable;
import dev.wasmscope.engine.probe.Attachment;
import dev.wasmscope.engine.probe.FrameView;
import dev.wasmscope.engine.probe.Inline;
import dev.wasmscope.engine.probe.Probe;
import dev.wasmscope.engine.probe.ProbePoint;
import dev.wasmscope.engine.probe.Probes;
import dev.wasmscope.engine.probe.WasmThread;
import dev.wasmscope.engine.runtime.Instance;
import dev.wasmscope.engine.runtime.InstanceListener;
import dev.wasmscope.engine.runtime.Store;
import dev.wasmscope.engine.runtime.WasmFunction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where the program of a session stops. Breakpoints may be replaced at any time and take effect in
 * code that is running; one that is left as it was keeps its count of hits.
 */
public final class Breakpoints implements AutoCloseable {

  private static final Probe ARRIVAL =
      new Probe() {
        @Override
        public void fire(FrameView frame) {
          frame.thread().stopHere(new StopReason.Arrived());
        }

        @Override
        public Inline inline(WasmFunction function, int offset) {
          return Inline.ALWAYS;
        }
      };

  private final Store store;
  private final Probes probes;
  private final LineTable lines;
  private final InstanceListener listener = this::allocated;
  private final BreakpointHits hits = new BreakpointHits();
  private final List<Instance> instances = new ArrayList<>();
  private List<ActiveBreakpoint> active = List.of();
  private volatile BreakpointLog log = (_, _) -> {};
  private Attachment runTo;

  /** No breakpoints yet, for all instances that {@code store} has and will have. */
  public Breakpoints(Store store, Probes probes, LineTable lines) {
    this.store = store;
    this.probes = probes;
    this.lines = lines;
    instances.addAll(store.instances());
    store.addListener(listener);
  }

  /** Replaces all breakpoints. */
  public synchronized void set(List<Breakpoint> wanted) {
    List<ActiveBreakpoint> next = new ArrayList<>();
    for (Breakpoint breakpoint : wanted) {
      next.add(kept(breakpoint).orElseGet(() -> added(breakpoint)));
    }
    active.stream().filter(old -> !next.contains(old)).forEach(ActiveBreakpoint::remove);
    active = List.copyOf(next);
  }

  private Optional<ActiveBreakpoint> kept(Breakpoint breakpoint) {
    return active.stream().filter(old -> old.breakpoint().equals(breakpoint)).findFirst();
  }

  private ActiveBreakpoint added(Breakpoint breakpoint) {
    ActiveBreakpoint added =
        new ActiveBreakpoint(breakpoint, hits, (id, message) -> log.log(id, message));
    instances.forEach(instance -> place(added, instance));
    return added;
  }

  private void allocated(Instance instance) {
    synchronized (this) {
      instances.add(instance);
      active.forEach(breakpoint -> place(breakpoint, instance));
    }
  }

  private void place(ActiveBreakpoint breakpoint, Instance instance) {
    boolean everywhere =
        breakpoint.breakpoint().target() instanceof Target.OnEvent(EventKind event, var _)
            && !event.isOfInstance();
    if (!breakpoint.breakpoint().enabled() || (breakpoint.isArmed() && everywhere)) {
      return;
    }
    try {
      new BreakpointSetter(instance, probes, lines).set(breakpoint);
    } catch (CannotSet reason) {
      breakpoint.problem(reason.getMessage());
    }
  }

  /** What has become of each breakpoint, in the order in which they were set. */
  public synchronized List<BreakpointStatus> statuses() {
    return active.stream().map(ActiveBreakpoint::status).toList();
  }

  /** The breakpoints that {@code thread} has stopped at; empty if it stopped for another reason. */
  Optional<StopReason> reasonFor(WasmThread thread) {
    return hits.take(thread);
  }

  void onLog(BreakpointLog listenerOfLogs) {
    log = listenerOfLogs;
  }

  synchronized void runTo(WasmFunction function, int offset) {
    forgetRunTo();
    runTo = probes.attach(function, ProbePoint.at(offset), ARRIVAL);
  }

  synchronized void forgetRunTo() {
    if (runTo != null) {
      runTo.detach();
      runTo = null;
    }
  }

  /** Takes all breakpoints out of the program. */
  @Override
  public synchronized void close() {
    forgetRunTo();
    active.forEach(ActiveBreakpoint::remove);
    store.removeListener(listener);
  }
}
