package dev.wasmscope.engine.debug;

import dev.wasmscope.engine.probe.StopHandler;
import dev.wasmscope.engine.probe.WasmThread;
import java.util.Optional;

/**
 * Hears of the stops of all threads of a program, each on its own thread. Finds out why they
 * stopped; those of which nobody is to hear go on.
 */
final class ThreadStops implements StopHandler {

  private final AllStop threads;
  private final Breakpoints breakpoints;
  private final Stepper stepper;
  private volatile boolean entryAwaited;

  ThreadStops(AllStop threads, Breakpoints breakpoints, Stepper stepper) {
    this.threads = threads;
    this.breakpoints = breakpoints;
    this.stepper = stepper;
  }

  /** Has a thread that has executed nothing yet stop before its first instruction. */
  void atEntry(WasmThread main) {
    entryAwaited = true;
    main.stepWithin(Integer.MAX_VALUE);
  }

  @Override
  public void stopped(WasmThread thread, dev.wasmscope.engine.probe.StopReason why) {
    breakpoints
        .reasonFor(thread)
        .or(() -> reason(thread, why))
        .ifPresent(reason -> threads.stopped(thread, reason));
  }

  @Override
  public boolean holds() {
    return true;
  }

  @Override
  public void waits(WasmThread thread) {
    threads.waits(thread);
  }

  private Optional<StopReason> reason(
      WasmThread thread, dev.wasmscope.engine.probe.StopReason why) {
    return switch (why) {
      case dev.wasmscope.engine.probe.StopReason.Paused _ -> Optional.of(new StopReason.Paused());
      case dev.wasmscope.engine.probe.StopReason.Stepped _ -> stepped(thread);
      case dev.wasmscope.engine.probe.StopReason.Requested(StopReason reason) ->
          Optional.of(reason);
      case dev.wasmscope.engine.probe.StopReason.Requested(Object cause) ->
          throw new IllegalStateException("stopped by " + cause);
      case dev.wasmscope.engine.probe.StopReason.Trapped(var trap) ->
          Optional.of(new StopReason.Trapped(trap.getMessage()));
      case dev.wasmscope.engine.probe.StopReason.Uncaught(var exception) ->
          Optional.of(new StopReason.Uncaught(exception.toString()));
    };
  }

  private Optional<StopReason> stepped(WasmThread thread) {
    if (entryAwaited) {
      entryAwaited = false;
      return Optional.of(new StopReason.Entry());
    }
    if (threads.takePause()) {
      return Optional.of(new StopReason.Paused());
    }
    return stepper.arrived(thread) ? Optional.of(new StopReason.Step()) : Optional.empty();
  }
}
