package dev.wasmscope.engine.interp;

import dev.wasmscope.engine.probe.StopHandler;
import dev.wasmscope.engine.probe.StopReason;
import dev.wasmscope.engine.probe.Terminated;
import dev.wasmscope.engine.probe.WasmThread;
import dev.wasmscope.engine.tier.Capture;
import dev.wasmscope.engine.tier.GearThread;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** What others want of a thread: that it pauses, steps, stops or ends; and what it is doing. */
final class StopControl {

  private static final VarHandle WISHES;
  private static final int PAUSE = 1;
  private static final int TERMINATE = 2;
  private static final int LEAVE = 4;
  private static final int NO_STEP = -1;

  static {
    try {
      WISHES = MethodHandles.lookup().findVarHandle(GearThread.class, "wish", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final InterpThread thread;

  /** Frames of this depth or less are stepped. */
  private int stepDepth = NO_STEP;

  private boolean stopRequested;
  private Object stopCause;
  private volatile StopHandler handler;
  private volatile WasmThread.State state = WasmThread.State.IDLE;
  private volatile Thread carrier;

  StopControl(InterpThread thread) {
    this.thread = thread;
  }

  WasmThread.State state() {
    return state;
  }

  void handler(StopHandler newHandler) {
    handler = newHandler;
  }

  boolean hasHandler() {
    return handler != null;
  }

  void stepWithin(int maxDepth) {
    stepDepth = maxDepth;
  }

  /** Whether the frame at {@code depth} is to stop before its next instruction. */
  boolean steps(int depth) {
    return depth <= stepDepth;
  }

  /** See {@link WasmThread#pause}. */
  void pause() {
    if (handler != null && state != WasmThread.State.IDLE) {
      WISHES.getAndBitwiseOr(thread, PAUSE);
    }
  }

  /** Wants compiled code to be left at the next loop header or call. */
  void leaveCompiledCode() {
    WISHES.getAndBitwiseOr(thread, LEAVE);
  }

  /** See {@link WasmThread#terminate}. */
  void terminate() {
    WISHES.getAndBitwiseOr(thread, TERMINATE);
    Thread executing = carrier;
    if (state == WasmThread.State.BLOCKED && executing != null) {
      executing.interrupt();
    }
  }

  /** See {@link WasmThread#stopHere}. */
  void stopHere(Object cause) {
    stopRequested = true;
    stopCause = cause;
  }

  /** Whether {@link #poll} has something to do. */
  boolean mustPoll() {
    return thread.wish != 0;
  }

  /** Pauses or ends, as somebody wished; whether it has paused. */
  boolean poll() {
    int wish = (int) WISHES.getAndSet(thread, 0);
    if ((wish & TERMINATE) != 0) {
      throw new Terminated();
    }
    if ((wish & PAUSE) != 0) {
      stop(new StopReason.Paused());
    }
    return (wish & PAUSE) != 0;
  }

  /** Stops if a probe or listener asked for it; whether it did. */
  boolean stopIfRequested() {
    if (!stopRequested) {
      return false;
    }
    stop(new StopReason.Requested(stopCause));
    return true;
  }

  /**
   * If a probe or listener asked for a stop, makes it one before the next instruction, so that
   * probes there are heard first.
   */
  void stopSoonIfRequested() {
    if (stopRequested) {
      stepDepth = Integer.MAX_VALUE;
    }
  }

  /** Forgets what {@link #stopHere} asked for. */
  void forgetRequest() {
    stopRequested = false;
    stopCause = null;
  }

  /** Stops until the handler returns, if there is one. */
  void stop(StopReason reason) {
    forgetRequest();
    stepDepth = NO_STEP;
    StopHandler current = handler;
    if (current == null) {
      return;
    }
    thread.surface(new Capture.Resumption.Stop(reason));
    WISHES.getAndBitwiseAnd(thread, ~PAUSE);
    state = WasmThread.State.STOPPED;
    try {
      current.stopped(thread, reason);
    } finally {
      state = WasmThread.State.RUNNING;
    }
    if (((int) WISHES.getAndBitwiseAnd(thread, ~TERMINATE) & TERMINATE) != 0) {
      throw new Terminated();
    }
  }

  /** What the thread was doing before an execution. */
  record Before(WasmThread.State state, Thread carrier) {}

  /** The current Java thread starts to execute. */
  Before enter() {
    Before before = new Before(state, carrier);
    state = WasmThread.State.RUNNING;
    carrier = Thread.currentThread();
    return before;
  }

  /** The execution has ended. */
  void leave(Before before) {
    carrier = before.carrier;
    state = before.state;
    if (state == WasmThread.State.IDLE) {
      thread.wish = 0;
    }
  }

  /** Announces that the thread may wait now, so that {@link #terminate} interrupts it. */
  void block() {
    state = WasmThread.State.BLOCKED;
    // Whoever asked a moment earlier saw a running thread and has not interrupted it.
    if ((thread.wish & TERMINATE) != 0) {
      state = WasmThread.State.RUNNING;
      throw new Terminated();
    }
  }

  /** The thread does not wait any more. */
  void unblock() {
    state = WasmThread.State.RUNNING;
  }
}
