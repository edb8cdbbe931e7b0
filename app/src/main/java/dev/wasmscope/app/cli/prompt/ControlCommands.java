package dev.wasmscope.app.cli.prompt;

import dev.wasmscope.engine.debug.BreakpointStatus;
import dev.wasmscope.engine.debug.DebugEvent;
import dev.wasmscope.engine.debug.DebugSession;
import dev.wasmscope.engine.debug.FrameSnapshot;
import dev.wasmscope.engine.debug.Granularity;
import dev.wasmscope.engine.debug.Outcome;
import dev.wasmscope.engine.debug.Snapshot;
import dev.wasmscope.engine.runtime.Value;
import dev.wasmscope.wasm.module.Place;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Commands that let the program go on, and say where it has got to. */
final class ControlCommands {

  private static final int MOST_STEPS = 1_000_000;

  private final PromptContext context;
  private final Debuggee debuggee;
  private final Set<BreakpointStatus> complained = new HashSet<>();

  ControlCommands(PromptContext context) {
    this.context = context;
    this.debuggee = context.debuggee();
  }

  List<PromptCommand> commands() {
    return List.of(
        PromptCommand.of("run r", "[&]", "start the program anew; & does not wait", this::run),
        PromptCommand.of(
            "start",
            "",
            "start the program anew and stop before its first instruction",
            _ -> begin()),
        PromptCommand.of("continue c", "[&]", "let the program go on", this::proceed),
        PromptCommand.of("pause", "", "stop a running program", _ -> pause()),
        PromptCommand.of("wait", "", "wait until the program stops or ends", _ -> await()),
        PromptCommand.of("step s", "[N]", "go to the next line, into functions", into()),
        PromptCommand.of("next n", "[N]", "go to the next line, over calls", over()),
        PromptCommand.of(
            "stepi si",
            "[N]",
            "execute one instruction, into functions",
            times(s -> s.stepInto(Granularity.INSTRUCTION))),
        PromptCommand.of(
            "nexti ni",
            "[N]",
            "execute one instruction, over calls",
            times(s -> s.stepOver(Granularity.INSTRUCTION))),
        PromptCommand.of("finish fin", "", "run until the function has returned", _ -> finish()),
        PromptCommand.of(
            "until u runto",
            "LOCATION",
            "run to a line or instruction of this function",
            this::until),
        PromptCommand.of("kill k", "", "end the program", _ -> kill()));
  }

  private void run(String arguments) {
    complained.clear();
    debuggee.start(false);
    awaitUnlessBackground(arguments);
  }

  private void begin() {
    complained.clear();
    debuggee.start(true);
    await();
  }

  private void proceed(String arguments) {
    if (!debuggee.isAlive()) {
      run(arguments);
      return;
    }
    debuggee.go(DebugSession::resume);
    awaitUnlessBackground(arguments);
  }

  private void awaitUnlessBackground(String arguments) {
    switch (arguments) {
      case "" -> await();
      case "&" -> {}
      default -> throw new PromptException("expected nothing or &, found " + arguments);
    }
  }

  private void pause() {
    debuggee.running().pause();
    await();
  }

  private Consumer<String> into() {
    return times(session -> session.stepInto(Granularity.LINE));
  }

  private Consumer<String> over() {
    return times(session -> session.stepOver(Granularity.LINE));
  }

  /** Steps as often as the argument says, until something else happens. */
  private Consumer<String> times(Consumer<DebugSession> step) {
    return argument -> {
      int count = argument.isEmpty() ? 1 : Numbers.count(argument, MOST_STEPS);
      if (!debuggee.isAlive()) {
        begin();
        return;
      }
      DebugEvent event = step(step);
      for (int i = 1; i < count && isStep(event); i++) {
        event = step(step);
      }
      report(event);
    };
  }

  private DebugEvent step(Consumer<DebugSession> step) {
    debuggee.go(step);
    return debuggee.await();
  }

  private static boolean isStep(DebugEvent event) {
    return event instanceof DebugEvent.Stopped(Snapshot snapshot)
        && snapshot.reason() instanceof dev.wasmscope.engine.debug.StopReason.Step;
  }

  private void finish() {
    debuggee.go(DebugSession::stepOut);
    await();
  }

  private void until(String location) {
    Place here =
        debuggee
            .frame()
            .place()
            .orElseThrow(() -> new PromptException("this frame has no instructions"));
    Place place =
        context
            .locations()
            .place(location)
            .orElseThrow(
                () -> new PromptException("until takes a line or FUNCTION+OFFSET: " + location));
    if (place.function() != here.function()) {
      throw new PromptException("that place is in another function; use break");
    }
    debuggee.go(session -> session.runTo(debuggee.level(), place.offset()));
    await();
  }

  private void kill() {
    debuggee.running();
    debuggee.close();
    context.out().println("Program ended.");
  }

  private void await() {
    report(debuggee.await());
  }

  private void report(DebugEvent event) {
    debuggee.statuses().forEach(this::complain);
    switch (event) {
      case DebugEvent.Stopped(Snapshot snapshot) -> stopped(snapshot);
      case DebugEvent.Ended(Outcome outcome) -> context.out().println(sentence(outcome));
      default -> throw new IllegalStateException("no end of waiting: " + event);
    }
  }

  /** Says once in a run why a breakpoint cannot be set. */
  private void complain(BreakpointStatus status) {
    if (!status.problem().isEmpty() && complained.add(status)) {
      context
          .out()
          .printf("Breakpoint #%d cannot be set: %s%n", status.breakpoint().id(), status.problem());
    }
  }

  private void stopped(Snapshot snapshot) {
    context.out().println(snapshot.reason().sentence() + thread(snapshot));
    FrameSnapshot top = snapshot.top();
    context.out().println(context.code().frame(top));
    top.place().ifPresent(place -> context.out().println(context.code().line(place)));
  }

  /** Which thread it is, if there are several. */
  private static String thread(Snapshot snapshot) {
    return snapshot.threads().stream()
        .filter(thread -> snapshot.threads().size() > 1 && thread.id() == snapshot.thread())
        .map(thread -> " [" + thread.name() + "]")
        .findFirst()
        .orElse("");
  }

  private String sentence(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Returned(List<Value> results) when results.isEmpty() -> "Program returned.";
      case Outcome.Returned(List<Value> results) ->
          "Program returned "
              + String.join(", ", results.stream().map(debuggee.launch()::describe).toList());
      case Outcome.Exited(int status) -> "Program exited with status " + status;
      case Outcome.Trapped trapped -> "Program trapped: " + trapped.message();
      case Outcome.Uncaught(String exception, var _) ->
          "Program ended by an uncaught exception: " + exception;
      case Outcome.Terminated _ -> "Program ended.";
      case Outcome.Failed(String message) -> "Program cannot run: " + message;
    };
  }
}
