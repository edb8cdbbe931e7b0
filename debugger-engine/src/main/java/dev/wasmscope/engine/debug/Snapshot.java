package dev.wasmscope.engine.debug;

import java.util.List;

/**
 * What a stopped program looked like; does not change when the program goes on.
 *
 * @param number counts the stops of the session, from 1
 * @param reason why it stopped
 * @param frames activations, innermost first; never empty
 * @param globals globals of the innermost frame's instance by index
 */
public record Snapshot(
    int number, StopReason reason, List<FrameSnapshot> frames, List<Variable> globals) {

  public Snapshot {
    frames = List.copyOf(frames);
    globals = List.copyOf(globals);
  }

  /** The innermost activation. */
  public FrameSnapshot top() {
    return frames.get(0);
  }
}
