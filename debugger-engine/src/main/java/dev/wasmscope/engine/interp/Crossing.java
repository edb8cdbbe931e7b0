package dev.wasmscope.engine.interp;

import dev.wasmscope.engine.runtime.WasmException;
import dev.wasmscope.engine.tier.Capture;
import dev.wasmscope.engine.tier.CompiledCode;
import dev.wasmscope.engine.tier.CompiledEntry;
import dev.wasmscope.engine.tier.Departure;
import dev.wasmscope.engine.tier.FrameDump;
import dev.wasmscope.engine.tier.GearThread;
import dev.wasmscope.engine.tier.HeapFrame;
import dev.wasmscope.engine.tier.Leave;
import dev.wasmscope.engine.tier.Passage;
import dev.wasmscope.engine.tier.ProbeSites;
import dev.wasmscope.engine.trap.Trap;
import dev.wasmscope.engine.trap.TrapReason;

/**
 * Where the interpreter's stack and Java's meet: runs of the main loop, which call compiled code
 * and are called by it, and frames on their way from one stack to the other.
 */
final class Crossing {

  private final InterpThread thread;
  private final StopControl control;
  private final Departures departures;
  private final Passage passage = new Passage();

  /** Frames that the present run of the main loop must leave. */
  private int runEntry;

  /** Whether compiled code called the present run of the main loop. */
  private boolean nestedRun;

  /** What is to be done before the innermost frame goes on, or null. */
  private Capture.Resumption resumption;

  Crossing(InterpThread thread, StopControl control, Departures departures) {
    this.departures = departures;
    this.thread = thread;
    this.control = control;
  }

  // Runs of the main loop.

  /** Executes code that the host calls, its arguments from slot {@code base} on. */
  void executeForHost(FunctionCode code, int base) {
    int hiddenBefore = thread.hidden();
    boolean nestedBefore = nestedRun;
    thread.hidden(0);
    nestedRun = false;
    try {
      run(code, base);
    } finally {
      thread.hidden(hiddenBefore);
      nestedRun = nestedBefore;
    }
  }

  /**
   * Executes code that compiled code calls, its arguments from slot {@code base} on.
   *
   * @param newDepth frames on the thread's stack, with the new one
   */
  void executeForCompiled(FunctionCode code, int base, int newDepth) {
    int hiddenBefore = thread.hidden();
    boolean nestedBefore = nestedRun;
    thread.hidden((newDepth & GearThread.DEPTH_MASK) - 1 - thread.depth);
    nestedRun = true;
    try {
      run(code, base);
    } finally {
      thread.hidden(hiddenBefore);
      nestedRun = nestedBefore;
    }
  }

  private void run(FunctionCode code, int base) {
    int entryBefore = runEntry;
    runEntry = thread.depth;
    try {
      InterpFrame frame = thread.push(code, base);
      frame.entered = true;
      if (code.function != null && thread.entersCompiled(code) && replace(frame, code.entry)) {
        thread.depth--;
      } else {
        InterpreterLoop.run(thread, runEntry);
      }
    } finally {
      runEntry = entryBefore;
    }
  }

  /**
   * Whether compiled code has called the innermost frame, so that it can make a call in place of
   * it.
   */
  boolean isCalledByCompiled() {
    return nestedRun && thread.depth - 1 == runEntry;
  }

  // Up, into compiled code.

  /**
   * Calls compiled code.
   *
   * @return false if its frames are this stack's now
   */
  boolean enter(CompiledEntry entry, int base) {
    try {
      int hidden = nestedRun ? thread.hidden() : framesWithoutRoom(base);
      entry.enter(thread, base, thread.depth + hidden + 1);
      return true;
    } catch (Capture capture) {
      restore(capture, base);
      return false;
    } catch (WasmException e) {
      if (nestedRun || thread.unwinder().isCaught(e.exception(), runEntry)) {
        throw e;
      }
      departures.count(Departure.EXCEPTION);
      restore(passage.end(e), base);
      return false;
    }
  }

  /**
   * Calls compiled code, for the instruction that {@code frame} executes.
   *
   * @return what to execute next
   */
  int call(FunctionCode callee, InterpFrame frame, int base) {
    if (!enter(callee.entry, base)) {
      return Op.LEAVE;
    }
    frame.pc += Op.CALL_LENGTH;
    frame.sp = base + callee.results;
    return thread.codeOf(frame)[frame.pc];
  }

  /**
   * Executes compiled code instead of a frame to its end.
   *
   * @return what to execute next
   */
  int finish(InterpFrame frame, CompiledEntry entry) {
    // While it is executed the frame may be used for others.
    int end = frame.fp + frame.code.results;
    if (!replace(frame, entry)) {
      return Op.LEAVE;
    }
    frame.sp = end;
    return Op.RETURN;
  }

  /**
   * How many frames of those that are allowed there is no room for. Compiled code is told that they
   * are there already: it is left where the others are, and they make room for more.
   */
  private int framesWithoutRoom(int base) {
    return Math.max(0, thread.framesLeft() - thread.roomForCompiled(base));
  }

  /**
   * Executes compiled code instead of a frame to its end; the results are where its locals began.
   *
   * @return false if its frames are this stack's now
   */
  boolean replace(InterpFrame frame, CompiledEntry entry) {
    thread.depth--;
    boolean returned = enter(entry, frame.fp);
    if (returned) {
      thread.depth++;
    }
    return returned;
  }

  // Down, out of compiled code.

  /** See {@link dev.wasmscope.engine.tier.GearThread#leaving}. */
  FrameDump leaving(Throwable cause, CompiledCode code, int place) {
    return switch (cause) {
      case Capture capture -> capture.add(code, place);
      case NullPointerException _, IndexOutOfBoundsException _, ClassCastException _
          when code.failsWithJava(place) -> {
        departures.count(Departure.TRAP);
        yield executing(code, place);
      }
      case Leave _ -> {
        countLeave(code, place);
        yield executing(code, place);
      }
      case Trap trap when trap.backtrace().isEmpty() -> {
        departures.count(Departure.TRAP);
        yield executing(code, place);
      }
      case StackOverflowError _ -> failing(TrapReason.CALL_STACK_EXHAUSTED).add(code, place);
      case OutOfMemoryError _ -> failing(TrapReason.OUT_OF_MEMORY).add(code, place);
      case WasmException exception -> passage.add(exception, code, place);
      case RuntimeException passing -> throw passing;
      case Error passing -> throw passing;
      default -> throw new IllegalStateException(cause);
    };
  }

  private static FrameDump executing(CompiledCode code, int place) {
    return new Capture(new Capture.Resumption.Execute(code.heard(place))).add(code, place);
  }

  private Capture failing(TrapReason reason) {
    return failing(new Trap(reason));
  }

  /** Leaves compiled code because what it does now fails. */
  Capture failing(RuntimeException cause) {
    departures.count(cause instanceof Trap ? Departure.TRAP : Departure.EXCEPTION);
    return new Capture(new Capture.Resumption.Fail(cause));
  }

  private void countLeave(CompiledCode code, int place) {
    if (thread.wish != 0) {
      departures.count(control.wantsOnlyLeave() ? Departure.PROBES : Departure.STOP);
    } else if (!thread.hasFuel()) {
      departures.count(Departure.FUEL);
    } else if (wantsProbes(code, place)) {
      departures.count(Departure.PROBES);
    } else if (place == CompiledCode.ENTRY) {
      departures.count(Departure.DEPTH);
    } else {
      departures.count(code, place);
    }
  }

  private boolean wantsProbes(CompiledCode code, int place) {
    ProbeSites probes = thread.code(code.function()).probes();
    boolean entry = place == CompiledCode.ENTRY;
    return !code.heard(place)
        && !(entry ? probes.entry() : probes.at(code.offset(place))).isEmpty();
  }

  private void restore(Capture capture, int base) {
    if (nestedRun) {
      thread.takeFrames(runEntry, capture);
      throw capture;
    }
    resumption = capture.resumption();
    boolean outermost = true;
    for (HeapFrame captured : capture.frames().reversed()) {
      FunctionCode code = thread.code(captured.function());
      int fp = outermost ? base : thread.frame().endBeforeCall();
      boolean called = captured.atEntry() && thread.depth > runEntry;
      if (called && !thread.hasRoom(fp + code.slots)) {
        // Compiled code asks for room when it is called, the interpreter when it calls.
        resumption = new Capture.Resumption.Fail(thread.exhausted());
      } else {
        InterpFrame frame = thread.restore(code, captured, fp);
        frame.entered = outermost && thread.depth - 1 == runEntry;
      }
      outermost = false;
    }
  }

  /**
   * Does what is to be done before {@code frame} goes on, if anything.
   *
   * @return what to execute at its {@code pc}
   */
  int resume(InterpFrame frame) {
    Capture.Resumption todo = resumption;
    resumption = null;
    return switch (todo) {
      case null -> thread.codeOf(frame)[frame.pc];
      case Capture.Resumption.Execute(boolean heard) -> {
        if (!heard && thread.codeOf(frame)[frame.pc] == Op.PROBE) {
          thread.arrive(frame);
        }
        yield frame.code.plain[frame.pc];
      }
      case Capture.Resumption.Fail(RuntimeException cause) -> throw cause;
      case Capture.Resumption.Stop(var reason) -> {
        control.stop(reason);
        yield frame.code.plain[frame.pc];
      }
    };
  }

  /**
   * Where frames of compiled code are below, so that nobody could see them, hands all frames to
   * whoever the host called first.
   */
  void surface(Capture.Resumption todo) {
    surface(todo, Departures.reason(todo));
  }

  /** Does so for a reason of its own. */
  void surface(Capture.Resumption todo, Departure reason) {
    if (nestedRun) {
      departures.count(reason);
      Capture capture = new Capture(todo);
      thread.takeFrames(runEntry, capture);
      throw capture;
    }
  }

  // Exceptions on their way through both.

  /**
   * Throws an exception that no frame of the present run catches to the compiled code below, if
   * there is any.
   */
  void passOut(WasmException exception) {
    if (nestedRun) {
      thread.takeFrames(runEntry, passage.of(exception));
      throw exception;
    }
  }

  /** Whether an exception comes out of compiled code, which nobody wanted to watch. */
  boolean hasPassed(WasmException exception) {
    return passage.isOf(exception);
  }
}
