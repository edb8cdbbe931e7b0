package dev.wasmscope.engine.interp;

import dev.wasmscope.engine.probe.Blocked;
import dev.wasmscope.engine.probe.StopHandler;
import dev.wasmscope.engine.probe.StopReason;
import dev.wasmscope.engine.probe.Terminated;
import dev.wasmscope.engine.probe.WasmThread;
import dev.wasmscope.engine.tier.Capture;
import dev.wasmscope.engine.tier.GearThread;
import dev.wasmscope.engine.trap.Trap;
import dev.wasmscope.engine.trap.TrapReason;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Optional;

/** What others want of a thread: that it pauses, steps, stops or ends; and what it is doing. */
final class StopControl {

  private static final VarHandle WISHES;
  private static final int PAUSE = 1;
  private static final int TERMINATE = 2;
  private static final int LEAVE = 4;
  private static final int HOLD = 8;
  private static final int EXPIRE = 16;
  private static final int NO_STEP = -1;

  static {
    try {
      WISHES = MethodHandles.lookup().findVarHandle(GearThread.class, "wish", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final ControlledThread thread;

  /** Frames of this depth or less are stepped. */
  private int stepDepth = NO_STEP;

  private boolean stopRequested;
  private Object stopCause;
  private volatile StopHandler handler;
  private volatile WasmThread.State state = WasmThread.State.IDLE;
  private volatile Thread carrier;
  private volatile Blocked blocked;

  /** Whether the thread is in {@link #stay}. */
  private boolean staying;

  /** Whether somebody who let it go on had seen it stand. */
  private boolean seen;

  StopControl(ControlledThread thread) {
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

  /** Whether somebody may want to see the frames while the thread stands still or is blocked. */
  boolean mayBeHeld() {
    StopHandler current = handler;
    return current != null && current.holds();
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

  /** Whether compiled code is to be left, and nothing else. */
  boolean wantsOnlyLeave() {
    return thread.wish == LEAVE;
  }

  /** See {@link WasmThread#terminate}. */
  void terminate() {
    end(TERMINATE);
  }

  /** See {@link WasmThread#expire}. */
  void expire() {
    end(EXPIRE);
  }

  private void end(int how) {
    wish(how);
    Thread executing = carrier;
    if (state == WasmThread.State.BLOCKED && executing != null) {
      executing.interrupt();
    }
  }

  /** See {@link WasmThread#hold}. */
  void hold() {
    WISHES.getAndBitwiseOr(thread, HOLD);
  }

  /** See {@link WasmThread#release}. */
  synchronized void release(boolean byOneWhoSaw) {
    seen = byOneWhoSaw;
    WISHES.getAndBitwiseAnd(thread, ~HOLD);
    notifyAll();
  }

  private synchronized void wish(int wanted) {
    WISHES.getAndBitwiseOr(thread, wanted);
    notifyAll();
  }

  private boolean wishes(int wanted) {
    return ((int) WISHES.getVolatile(thread) & wanted) != 0;
  }

  /** See {@link WasmThread#awaitStill}. */
  synchronized void awaitStill() throws InterruptedException {
    while (!staying && state != WasmThread.State.IDLE && state != WasmThread.State.BLOCKED) {
      wait();
    }
  }

  /** Whoever waits for the thread to stand still must look again. */
  private synchronized void becameStill() {
    notifyAll();
  }

  /** Stands still as long as the thread is held; whether that was seen. */
  private synchronized boolean stay() {
    seen = false;
    WasmThread.State before = state;
    state = WasmThread.State.STOPPED;
    staying = true;
    notifyAll();
    while (wishes(HOLD) && !wishes(TERMINATE)) {
      try {
        wait();
      } catch (InterruptedException _) {
        // Interrupts are for blocking host calls; whoever ends the thread says so.
      }
    }
    staying = false;
    state = before;
    return seen;
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

  /**
   * Pauses, stays or ends, as somebody wished.
   *
   * @return whether somebody has seen the thread stopped and let it go on, so that it is to execute
   *     the next instruction without stopping there
   */
  boolean poll() {
    WISHES.getAndBitwiseAnd(thread, ~LEAVE);
    boolean known = wishes(HOLD) && stay();
    if (wishes(TERMINATE)) {
      throw new Terminated();
    }
    endIfExpired();
    if (wishes(PAUSE)) {
      stop(new StopReason.Paused());
      return true;
    }
    return known && !stopRequested;
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
      if (wishes(HOLD)) {
        stay();
      }
    } finally {
      state = WasmThread.State.RUNNING;
    }
    if (wishes(TERMINATE)) {
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
    if (before.state == WasmThread.State.IDLE && wishes(HOLD)) {
      stay();
    }
    return before;
  }

  /** The execution has ended. */
  void leave(Before before) {
    carrier = before.carrier;
    state = before.state;
    if (state == WasmThread.State.IDLE) {
      WISHES.getAndBitwiseAnd(thread, ~(PAUSE | LEAVE));
      becameStill();
    }
  }

  /** An execution has been ended, as {@link #terminate} asked. */
  void terminated() {
    WISHES.getAndBitwiseAnd(thread, ~TERMINATE);
  }

  /** See {@link WasmThread#blocked}. */
  Optional<Blocked> blocked() {
    return Optional.ofNullable(blocked);
  }

  /** The thread is going to wait for others. */
  void waits() {
    StopHandler current = handler;
    if (current != null) {
      current.waits(thread);
    }
  }

  /** Announces that the thread may wait now, so that {@link #terminate} interrupts it. */
  void block(Blocked in) {
    blocked = in;
    state = WasmThread.State.BLOCKED;
    // Whoever asked a moment earlier saw a running thread and has not interrupted or noticed it.
    while (wishes(TERMINATE | EXPIRE | HOLD)) {
      unblocked();
      if (wishes(TERMINATE | EXPIRE)) {
        throw ended(new Terminated());
      }
      stay();
      blocked = in;
      state = WasmThread.State.BLOCKED;
    }
  }

  /** Ends the execution here if its time is over: the host has been interrupted, or was slow. */
  void endIfExpired() {
    if (wishes(EXPIRE)) {
      throw ended(new Terminated());
    }
  }

  /** What ends the execution of a thread that does not wait or go on, because somebody ended it. */
  RuntimeException ended(Terminated how) {
    if (wishes(TERMINATE) || !wishes(EXPIRE)) {
      return how;
    }
    WISHES.getAndBitwiseAnd(thread, ~EXPIRE);
    boolean _ = Thread.interrupted(); // what is done next with the thread is to be done
    return new Trap(TrapReason.OUT_OF_TIME);
  }

  /** The thread does not wait any more. */
  void unblock() {
    unblocked();
    if (wishes(HOLD)) {
      stay();
    }
  }

  private void unblocked() {
    blocked = null;
    state = WasmThread.State.RUNNING;
  }
}
