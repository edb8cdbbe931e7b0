package dev.wasmscope.app.cli.prompt;

import dev.wasmscope.app.program.Launch;
import dev.wasmscope.app.program.LaunchException;
import dev.wasmscope.engine.breakpoint.Breakpoint;
import dev.wasmscope.engine.debug.BreakpointStatus;
import dev.wasmscope.engine.debug.DebugEvent;
import dev.wasmscope.engine.debug.DebugSession;
import dev.wasmscope.engine.debug.FrameSnapshot;
import dev.wasmscope.engine.debug.Outcome;
import dev.wasmscope.engine.debug.SessionState;
import dev.wasmscope.engine.debug.Snapshot;
import dev.wasmscope.engine.debuginfo.LineTable;
import dev.wasmscope.engine.runtime.Instance;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;

/** The program that the commands work on, from one run to the next; its breakpoints outlive it. */
final class Debuggee implements AutoCloseable {

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
    this.lines = lines;
    this.starter = starter;
    this.beforeStart = beforeStart;
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

  /** Whether there is a run that has not ended. */
  boolean isAlive() {
    return session != null && session.state() != SessionState.ENDED;
  }

  /** The run that has not ended. */
  DebugSession running() {
    if (!isAlive()) {
      throw new PromptException("the program is not running; start it with run or start");
    }
    return session;
  }

  /** The engine's run, ended or not. */
  Launch launch() {
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

  /** How the last run ended. */
  Optional<Outcome> outcome() {
    return session == null ? Optional.empty() : session.outcome();
  }

  /** Where the program stands. */
  Snapshot stopped() {
    return running()
        .snapshot()
        .orElseThrow(() -> new PromptException("the program is running; stop it with pause"));
  }

  /** The session of a program that stands still: it is stopped, or has ended. */
  DebugSession still() {
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

  /** Lets the program go on; {@link #await} tells how far. */
  void go(Consumer<DebugSession> how) {
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
    if (isAlive()) {
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
