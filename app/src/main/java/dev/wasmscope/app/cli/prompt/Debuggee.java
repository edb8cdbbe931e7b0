package dev.wasmscope.app.cli.prompt;

import dev.wasmscope.app.program.Launch;
import dev.wasmscope.app.program.LaunchException;
import dev.wasmscope.engine.breakpoint.Breakpoint;
import dev.wasmscope.engine.debug.BreakpointStatus;
import dev.wasmscope.engine.debug.DebugEvent;
import dev.wasmscope.engine.debug.DebugSession;
import dev.wasmscope.engine.debug.FrameSnapshot;
import dev.wasmscope.engine.debug.Outcome;
import dev.wasmscope.engine.debug.PostMortem;
import dev.wasmscope.engine.debug.SessionState;
import dev.wasmscope.engine.debug.Snapshot;
import dev.wasmscope.engine.debuginfo.LineTable;
import dev.wasmscope.engine.expression.Expression;
import dev.wasmscope.engine.expression.ExpressionValue;
import dev.wasmscope.engine.runtime.Instance;
import dev.wasmscope.engine.runtime.MemoryInstance;
import dev.wasmscope.wasm.module.Names;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;

/**
 * The program that the commands work on, from one run to the next; its breakpoints outlive it. Or
 * one that is no more, in its core dump, which cannot be run.
 */
final class Debuggee implements AutoCloseable {

  private static final String NO_RUN =
      "a core dump shows a program that is over: it cannot run, be stepped or changed";

  private final Optional<PostMortem> dump;
  private final LineTable lines;
  private final Starter starter;
  private final Consumer<Launch> beforeStart;
  private final PrintStream out;
  private final BlockingQueue<DebugEvent> events = new LinkedBlockingQueue<>();
  private List<Breakpoint> breakpoints = List.of();
  private Launch launch;
  private DebugSession session;
  private int level;
  private boolean going;

  /**
   * A program that has not been started.
   *
   * @param lines for breakpoints and steps by lines
   * @param beforeStart is told of every run before it begins
   * @param out where log breakpoints speak
   */
  Debuggee(Starter starter, LineTable lines, Consumer<Launch> beforeStart, PrintStream out) {
    this.dump = Optional.empty();
    this.lines = lines;
    this.starter = starter;
    this.beforeStart = beforeStart;
    this.out = out;
  }

  /** A program that is no more. */
  Debuggee(PostMortem dump, PrintStream out) {
    this.dump = Optional.of(dump);
    this.lines = LineTable.NONE;
    this.starter =
        () -> {
          throw new LaunchException(NO_RUN, "Debug its module instead.");
        };
    this.beforeStart = _ -> {};
    this.out = out;
  }

  List<Breakpoint> breakpoints() {
    return breakpoints;
  }

  /** Replaces all breakpoints, in this run and those to come. */
  void breakpoints(List<Breakpoint> wanted) {
    breakpoints = List.copyOf(wanted);
    if (session != null) {
      session.breakpoints().set(breakpoints);
    }
  }

  /** The breakpoints with what became of them in this run. */
  List<BreakpointStatus> statuses() {
    if (session != null) {
      return session.breakpoints().statuses();
    }
    return breakpoints.stream().map(b -> new BreakpointStatus(b, List.of(), "", 0)).toList();
  }

  /** Starts the program anew. */
  void start(boolean atEntry) {
    close();
    try {
      launch = starter.launch();
    } catch (LaunchException e) {
      throw new PromptException(e.getMessage() + ". " + e.remedy());
    }
    events.clear();
    session = launch.debug(lines);
    session.breakpoints().set(breakpoints);
    session.addListener(this::heard);
    beforeStart.accept(launch);
    going = true;
    session.start(atEntry);
  }

  private void heard(DebugEvent event) {
    switch (event) {
      case DebugEvent.Logged(int id, String message) -> out.println("#" + id + ": " + message);
      case DebugEvent.Stopped _, DebugEvent.Ended _ -> events.add(event);
      case DebugEvent.Resumed _, DebugEvent.Changed _ -> {}
    }
  }

  /** Whether there is a run that has not ended, or what a core dump shows of one. */
  boolean isAlive() {
    return dump.isPresent() || isRunning();
  }

  private boolean isRunning() {
    return session != null && session.state() != SessionState.ENDED;
  }

  /** Whether a run stands where it trapped. */
  boolean isFrozen() {
    return isRunning() && session.snapshot().filter(s -> s.reason().isFinal()).isPresent();
  }

  /** The run that has not ended. */
  DebugSession running() {
    if (dump.isPresent()) {
      throw new PromptException(NO_RUN);
    }
    if (!isRunning()) {
      throw new PromptException("the program is not running; start it with run or start");
    }
    return session;
  }

  /** The engine's run, ended or not. */
  Launch launch() {
    if (dump.isPresent()) {
      throw new PromptException(NO_RUN);
    }
    if (launch == null) {
      throw new PromptException("the program has not been started; start it with run or start");
    }
    return launch;
  }

  /** The instance of this run, ended or not. */
  Instance instance() {
    launch();
    return session
        .instance()
        .orElseThrow(() -> new PromptException("the program has not been linked yet"));
  }

  /** The memories of the program, also after its end. */
  List<MemoryInstance> memories() {
    return dump.map(PostMortem::memories).orElseGet(() -> instance().memories());
  }

  /** Names of the module. */
  Names names() {
    return dump.map(PostMortem::names).orElseGet(() -> instance().module().names());
  }

  /** How the last run ended. */
  Optional<Outcome> outcome() {
    return session == null ? Optional.empty() : session.outcome();
  }

  /** Where the program stands. */
  Snapshot stopped() {
    if (dump.isPresent()) {
      return dump.get().snapshot();
    }
    return running()
        .snapshot()
        .orElseThrow(() -> new PromptException("the program is running; stop it with pause"));
  }

  /** The session of a program that stands still: it is stopped, or has ended. */
  DebugSession still() {
    if (dump.isPresent()) {
      throw new PromptException(NO_RUN);
    }
    if (isAlive()) {
      stopped();
    } else {
      instance();
    }
    return session;
  }

  /** The frame that commands look at. */
  FrameSnapshot frame() {
    return stopped().frames().get(level);
  }

  int level() {
    return level;
  }

  /** Looks at another frame. */
  void level(int wanted) {
    int count = stopped().frames().size();
    if (wanted < 0 || wanted >= count) {
      throw new PromptException("there is no frame " + wanted + "; there are " + count);
    }
    level = wanted;
  }

  /** Looks at another thread, and at its innermost frame. */
  void thread(int id) {
    if (dump.isPresent()) {
      try {
        dump.get().selectThread(id);
      } catch (IllegalArgumentException refused) {
        throw new PromptException(refused.getMessage());
      }
    } else {
      answer(running().selectThread(id));
    }
    level = 0;
  }

  /** The value of an expression in the frame that commands look at. */
  ExpressionValue evaluate(Expression expression) {
    return dump.isPresent()
        ? dump.get().evaluate(level, expression)
        : answer(still().evaluate(level, expression));
  }

  /** Lets the program go on; {@link #await} tells how far. */
  void go(Consumer<DebugSession> how) {
    running();
    if (going) {
      throw new PromptException("the program was not waited for; see wait and pause");
    }
    stopped();
    going = true;
    how.accept(session);
  }

  /** Waits until the program, having been set going, stops or ends. */
  DebugEvent await() {
    if (!going) {
      throw new PromptException(
          isAlive() ? "the program is stopped already" : "the program is not running");
    }
    try {
      DebugEvent event = events.take();
      going = false;
      level = 0;
      return event;
    } catch (InterruptedException e) {
      throw interrupted();
    }
  }

  /** Waits for what the session was asked; its reason is the user's. */
  static <T> T answer(Future<T> asked) {
    try {
      return asked.get();
    } catch (ExecutionException e) {
      throw new PromptException(String.valueOf(e.getCause().getMessage()));
    } catch (InterruptedException e) {
      throw interrupted();
    }
  }

  private static PromptException interrupted() {
    Thread.currentThread().interrupt();
    return new PromptException("interrupted");
  }

  /** Ends the program. */
  @Override
  public void close() {
    level = 0;
    if (isRunning()) {
      session.terminate();
      going = true;
      while (!(await() instanceof DebugEvent.Ended)) {
        going = true;
      }
    }
    if (launch != null) {
      try {
        launch.close();
      } catch (IOException e) {
        throw new PromptException("a file of the program cannot be closed: " + e.getMessage());
      }
    }
  }
}
