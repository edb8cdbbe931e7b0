package dev.wasmscope.engine.tier;

import dev.wasmscope.engine.runtime.GearCode;

/** A function as the goal of a tail call, which is made when the frame of the caller has gone. */
public abstract class TailTarget implements GearCode {

  /**
   * Calls the function. Arguments are in scratch slots, see {@link GearThread#scratch}, and so are
   * the results afterwards, unless there is another tail call to be made: {@link
   * GearThread#pending}.
   */
  public abstract void callTail(GearThread thread, int depth);
}
