package dev.wasmscope.app.session;

import dev.wasmscope.app.text.Text;
import dev.wasmscope.engine.debug.BreakpointStatus;
import dev.wasmscope.engine.debug.DebugEvent;
import dev.wasmscope.engine.debug.DebugSession;
import dev.wasmscope.engine.debug.Describer;
import dev.wasmscope.engine.debug.FrameSnapshot;
import dev.wasmscope.engine.debug.Granularity;
import dev.wasmscope.engine.debug.Outcome;
import dev.wasmscope.engine.debug.Snapshot;
import dev.wasmscope.engine.runtime.Value;
import dev.wasmscope.wasm.module.Module;
import dev.wasmscope.wasm.module.Place;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A program run by the engine under a debug session. */
final class EngineDebuggee implements Debuggee {
  private static final long PATIENCE_MILLIS = 1000;

  private final DebugSession session;
  private final Module module;
  private final ProgramText text;
  private final ConsoleInput input;
  private final DebuggeeListener listener;
  private final Recording recording;
  private final Runnable onEnd;
  private final boolean stopAtEntry;
  private volatile boolean frozen;

  EngineDebuggee(
      DebugSession session,
      Module module,
      ProgramText text,
      ConsoleInput input,
      DebuggeeListener listener,
      Recording recording,
      Runnable onEnd,
      boolean stopAtEntry) {
    this.session = session;
    this.module = module;
    this.text = text;
    this.input = input;
    this.listener = listener;
    this.recording = recording;
    this.onEnd = onEnd;
    this.stopAtEntry = stopAtEntry;
  }

  @Override
  public void start() {
    session.addListener(this::onEvent);
    recording.start();
    session.start(stopAtEntry);
  }

  private void onEvent(DebugEvent event) {
    switch (event) {
      case DebugEvent.Resumed _ -> listener.running();
      case DebugEvent.Stopped(Snapshot snapshot) -> {
        frozen = snapshot.reason().isFinal();
        if (frozen) {
          recording.stop().ifPresent(listener::profiled);
        }
        listener.halted(Halts.of(snapshot));
      }
      case DebugEvent.Changed _ -> {}
      case DebugEvent.Logged(int _, String message) -> listener.wrote(message + "\n", false);
      case DebugEvent.Ended(Outcome outcome) -> {
        recording.stop().ifPresent(listener::profiled);
        onEnd.run();
        ended(outcome);
      }
    }
  }

  private void ended(Outcome outcome) {
    switch (outcome) {
      case Outcome.Returned(List<Value> results) ->
          listener.ended(results.stream().map(this::describe).toList(), 0);
      case Outcome.Exited(int status) -> listener.ended(List.of(), status);
      case Outcome.Terminated _ -> listener.failed(Text.of("session.terminated"));
      case Outcome.Trapped(String message, var _) -> listener.failed(message);
      case Outcome.Uncaught(String exception, var _) ->
          listener.failed(Text.of("session.uncaught", exception));
      case Outcome.Failed(String message) -> listener.failed(message);
    }
  }

  private String describe(Value result) {
    return session.instance().map(i -> new Describer(i).describe(result)).orElse(result.toString());
  }

  @Override
  public void resume() {
    session.resume();
  }

  @Override
  public void pause() {
    session.pause();
  }

  @Override
  public void step(Step step) {
    switch (step) {
      case INTO -> session.stepInto(Granularity.INSTRUCTION);
      case OVER -> session.stepOver(Granularity.LINE);
      case OUT -> session.stepOut();
    }
  }

  @Override
  public void runTo(Place place) {
    List<FrameSnapshot> frames = session.snapshot().map(Snapshot::frames).orElse(List.of());
    for (FrameSnapshot frame : frames) {
      if (frame.place().filter(p -> p.function() == place.function()).isPresent()) {
        session.runTo(frame.level(), place.offset());
        return;
      }
    }
    session.resume();
  }

  @Override
  public void terminate() {
    input.end();
    session.terminate();
  }

  @Override
  public List<Breakpoint> setBreakpoints(List<Breakpoint> breakpoints) {
    List<Breakpoint> results = new ArrayList<>();
    List<dev.wasmscope.engine.breakpoint.Breakpoint> placed = new ArrayList<>();
    for (Breakpoint breakpoint : breakpoints) {
      EngineBreakpoints.Converted converted = EngineBreakpoints.convert(breakpoint, text, module);
      converted.breakpoint().ifPresent(placed::add);
      results.add(breakpoint.problem(converted.problem()));
    }
    session.breakpoints().set(placed);
    for (BreakpointStatus status : session.breakpoints().statuses()) {
      if (!status.isSet()) {
        results.replaceAll(
            b -> b.id() == status.breakpoint().id() ? b.problem(status.problem()) : b);
      }
    }
    return results;
  }

  @Override
  public Optional<String> write(Target target, int frame, int index, String written) {
    Optional<Snapshot> now = session.snapshot();
    if (now.isEmpty() || frozen) {
      return Optional.of(Text.of("value.notNow"));
    }
    FrameSnapshot stopped = now.get().frames().get(frame);
    return wait(
        switch (target) {
          case LOCAL ->
              session
                  .read(frame, stopped.locals().get(index).type(), written)
                  .thenCompose(value -> session.setLocal(frame, index, value));
          case OPERAND -> {
            int fromBottom = stopped.operands().size() - 1 - index;
            yield session
                .read(frame, stopped.operands().get(fromBottom).type(), written)
                .thenCompose(value -> session.setOperand(frame, fromBottom, value));
          }
          case GLOBAL ->
              session
                  .read(0, now.get().globals().get(index).type(), written)
                  .thenCompose(value -> session.setGlobal(index, value));
        });
  }

  @Override
  public Optional<String> writeMember(Variable owner, Variable member, int frame, String written) {
    if (frozen) {
      return Optional.of(Text.of("value.notNow"));
    }
    return wait(
        session
            .read(frame, member.content().type(), written)
            .thenCompose(
                value ->
                    session.setMember(owner.content().value(), member.content().index(), value)));
  }

  @Override
  public List<Variable> members(Variable owner, int frame, int from, int count) {
    try {
      return session
          .members(frame, owner.content().value(), from, count)
          .get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)
          .stream()
          .map(member -> Halts.member(member, !frozen))
          .toList();
    } catch (ExecutionException | TimeoutException goesOn) {
      return List.of();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return List.of();
    }
  }

  @Override
  public Optional<String> selectThread(int id) {
    return wait(session.selectThread(id));
  }

  private static Optional<String> wait(CompletableFuture<Void> edit) {
    try {
      edit.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
      return Optional.empty();
    } catch (ExecutionException refused) {
      return Optional.of(String.valueOf(refused.getCause().getMessage()));
    } catch (TimeoutException busy) {
      return Optional.of(Text.of("value.notNow"));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return Optional.of(Text.of("value.notNow"));
    }
  }

  @Override
  public Optional<Halt> snapshot() {
    return session.snapshot().map(Halts::of);
  }

  @Override
  public MemoryAccess memory() {
    return new EngineMemory(session);
  }

  @Override
  public SourceLines source() {
    return text;
  }

  @Override
  public void stdin(String written) {
    input.feed(written.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void endOfInput() {
    input.end();
  }
}
