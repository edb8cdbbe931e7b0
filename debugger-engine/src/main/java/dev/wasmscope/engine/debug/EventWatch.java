package dev.wasmscope.engine.debug;

import dev.wasmscope.engine.breakpoint.EventKind;
import dev.wasmscope.engine.probe.Attachment;
import dev.wasmscope.engine.probe.ExecutionListener;
import dev.wasmscope.engine.probe.FrameView;
import dev.wasmscope.engine.probe.ProbePoint;
import dev.wasmscope.engine.probe.Probes;
import dev.wasmscope.engine.probe.WasmThread;
import dev.wasmscope.engine.runtime.ExceptionInstance;
import dev.wasmscope.engine.runtime.HostCall;
import dev.wasmscope.engine.runtime.HostCallListener;
import dev.wasmscope.engine.runtime.MemoryInstance;
import dev.wasmscope.engine.runtime.Store;
import dev.wasmscope.engine.trap.Trap;
import dev.wasmscope.wasm.instr.Opcode;
import java.util.Set;
import java.util.regex.Pattern;

/** Stops when something happens, wherever it does. */
final class EventWatch {

  private final Store store;
  private final Probes probes;

  EventWatch(Store store, Probes probes) {
    this.store = store;
    this.probes = probes;
  }

  /**
   * Sets {@code breakpoint}.
   *
   * @param pattern of the names of host functions; an asterisk stands for anything
   */
  void set(ActiveBreakpoint breakpoint, EventKind event, String pattern) {
    switch (event) {
      case TRAP -> observe(breakpoint, new Trapped(breakpoint));
      case EXCEPTION -> observe(breakpoint, new Thrown(breakpoint));
      case MEMORY_GROW -> observe(breakpoint, new Grown(breakpoint));
      case HOST_CALL -> hostCalls(breakpoint, pattern);
      case ATOMIC_WAIT -> waits(breakpoint);
      case THREAD_START, START -> throw new IllegalArgumentException("an event of an instance");
    }
  }

  private void observe(ActiveBreakpoint breakpoint, ExecutionListener observer) {
    probes.addObserver(observer);
    breakpoint.armed(() -> probes.removeObserver(observer));
  }

  private void waits(ActiveBreakpoint breakpoint) {
    Set<Opcode> waits = Set.of(Opcode.MEMORY_ATOMIC_WAIT32, Opcode.MEMORY_ATOMIC_WAIT64);
    Attachment attachment = probes.attachEverywhere(new ProbePoint.Instructions(waits), breakpoint);
    breakpoint.armed(attachment::detach);
  }

  private void hostCalls(ActiveBreakpoint breakpoint, String pattern) {
    Pattern names =
        Pattern.compile(Pattern.quote(pattern).replace("*", "\\E.*\\Q"), Pattern.DOTALL);
    HostCallListener listener =
        new HostCallListener() {
          @Override
          public void before(HostCall call) {
            if (names.matcher(call.function().name()).matches()
                && call.executor() instanceof WasmThread thread) {
              thread.top().ifPresent(breakpoint::fire);
            }
          }
        };
    store.hostCalls().addListener(listener);
    breakpoint.armed(() -> store.hostCalls().removeListener(listener));
  }

  /** Only counts and logs: the program stops at every trap by itself. */
  private record Trapped(ActiveBreakpoint breakpoint) implements ExecutionListener {
    @Override
    public void trapped(FrameView frame, Trap trap) {
      breakpoint.witness(frame);
    }
  }

  private record Thrown(ActiveBreakpoint breakpoint) implements ExecutionListener {
    @Override
    public void thrown(FrameView frame, ExceptionInstance exception) {
      breakpoint.fire(frame);
    }
  }

  private record Grown(ActiveBreakpoint breakpoint) implements ExecutionListener {
    @Override
    public void grown(FrameView frame, MemoryInstance memory, long pages) {
      breakpoint.fire(frame);
    }
  }
}
