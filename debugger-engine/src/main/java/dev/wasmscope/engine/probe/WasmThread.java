package dev.wasmscope.engine.probe;

import dev.wasmscope.engine.runtime.Executor;
import dev.wasmscope.engine.runtime.Store;
import java.util.List;
import java.util.Optional;

/**
 * A thread of WebAssembly: a stack of frames, and the control of who executes it. At any time one
 * Java thread at the most calls {@link #invoke} on it; the control methods are for all.
 */
public interface WasmThread extends Executor {

  /** What the thread is doing. */
  enum State {
    /** No function is being executed. */
    IDLE,
    RUNNING,
    /** In {@link StopHandler#stopped}, or kept from executing by {@link #hold}. */
    STOPPED,
    /** In a host function, or waiting for a notification. */
    BLOCKED
  }

  /** A number that no other thread of the engine has. */
  int id();

  String name();

  Store store();

  State state();

  /** What it is in while its state is {@link State#BLOCKED}. */
  Optional<Blocked> blocked();

  /**
   * Asks it to stop at the next loop header or call. From any thread; does nothing while there is
   * no stop handler or the thread is idle.
   */
  void pause();

  /**
   * Ends the execution at the next loop header, call or wait: {@link #invoke} throws {@link
   * Terminated}. From any thread, also while stopped; an idle thread ends its next execution.
   */
  void terminate();

  /**
   * Like {@link #terminate}, but the execution traps for want of time: whoever looks sees the
   * stack.
   */
  void expire();

  /**
   * Keeps it from executing until {@link #release}: it stands still from its next loop header or
   * call on, before its next execution, or where its wait or call of the host ends. From any
   * thread; no stop handler is told.
   */
  void hold();

  /**
   * Waits until a thread that is being held executes nothing. Its frames may be read and edited
   * from then on until it is released.
   */
  void awaitStill() throws InterruptedException;

  /**
   * Lets a thread go on that was held.
   *
   * @param seen whether somebody knows that it stood here, and wants to hear no more of the place:
   *     probes there do not fire
   */
  void release(boolean seen);

  /** Sets who is called when the thread stops; null means that it never does. */
  void stopHandler(StopHandler handler);

  /**
   * Stops before the instruction that is about to be executed. Only from a probe or listener that
   * is being called on this thread.
   *
   * @param cause handed on in {@link StopReason.Requested}
   */
  void stopHere(Object cause);

  /**
   * Once the thread goes on, stops again before the next instruction in a frame whose {@link
   * FrameView#depth} is {@code maxDepth} or less. Forgotten at every stop, whatever its reason.
   * Only while stopped or held, or before {@link #invoke}; a negative depth forgets it.
   *
   * <p>Step into: {@link Integer#MAX_VALUE}; step over: the top frame's depth; step out: that less
   * 1.
   */
  void stepWithin(int maxDepth);

  /** Number of frames. */
  int depth();

  /** The innermost frame; only on the thread itself or while stopped or still. */
  Optional<FrameView> top();

  /** The frames, innermost first; only on the thread itself or while stopped or still. */
  List<FrameView> frames();
}
