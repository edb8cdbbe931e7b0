package dev.wasmscope.engine.tier;

import dev.wasmscope.engine.runtime.FunctionInstance;
import dev.wasmscope.engine.runtime.Instance;
import dev.wasmscope.engine.step.Slots;

/**
 * What compiled code knows of the thread that executes it. Its frames are Java's; the slots are for
 * values on their way to and from what is not compiled, see {@link #scratch}.
 */
public abstract class GearThread extends Slots {

  /** Bits of a depth; those above count the tail calls that are Java calls in each other. */
  public static final int DEPTH_BITS = 27;

  /** A depth without the bits above it. */
  public static final int DEPTH_MASK = (1 << DEPTH_BITS) - 1;

  /**
   * Not zero when somebody wants something of the thread: compiled code leaves at its next loop
   * header or call, see {@link Leave}.
   */
  public volatile int wish;

  /**
   * Calls and rounds of loops until more {@link Fuel} is needed. Compiled code that counts leaves
   * where it finds zero.
   */
  public long fuel;

  /**
   * What a function that has returned without results calls in its place; its arguments are in
   * scratch slots. Null if there is nothing to be called.
   */
  public TailTarget pending;

  /** Makes tail calls until none is pending; the last one's results are in scratch slots. */
  public final void finish(int depth) {
    while (pending != null) {
      TailTarget next = pending;
      pending = null;
      next.callTail(this, depth);
    }
  }

  /** The first of {@code count} free slots; their contents last until the next call of anything. */
  public abstract int scratch(int count);

  /**
   * Calls a function that is not compiled, or not WebAssembly. Arguments are in {@link #scratch}
   * slots, and results after it has returned.
   *
   * @param caller whose code calls; null where it is not known
   * @param depth frames on the thread's stack, with that of the function
   */
  public final void call(FunctionInstance function, Instance caller, int depth) {
    begin(function, caller, depth);
    finish(depth);
  }

  /** Like {@link #call}, but a tail call may be left to be made. */
  public abstract void begin(FunctionInstance function, Instance caller, int depth);

  /**
   * Compiled code is left by {@code cause}. If it is one that the interpreter is to deal with, the
   * frame becomes part of a {@link Capture}; else it is thrown on.
   *
   * @param place the place in {@code code} that the frame has come to
   * @return where the values of the frame are to be copied to
   */
  public abstract FrameDump leaving(Throwable cause, CompiledCode code, int place);

  /** Whether somebody wants to see the whole stack before an exception leaves a frame. */
  public abstract boolean watchesThrows();

  /** Whether somebody wants to hear of memories that grow. */
  public abstract boolean watchesGrowth();
}
