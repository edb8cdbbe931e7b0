package dev.wasmscope.engine.debug;

import java.util.List;

/**
 * What a stopped program looked like; does not change when the program goes on. Frames and globals
 * are those of one of its threads.
 *
 * @param number counts the stops of the session, from 1
 * @param reason why it stopped
 * @param frames activations, innermost first; never empty
 * @param globals globals of the innermost frame's instance by index
 * @param threads all threads, in the order in which they were started
 * @param thread the number of the one whose frames these are
 */
public record Snapshot(
    int number,
    StopReason reason,
    List<FrameSnapshot> frames,
    List<Variable> globals,
    List<ThreadSnapshot> threads,
    int thread) {

  public Snapshot {
    frames = List.copyOf(frames);
    globals = List.copyOf(globals);
    threads = List.copyOf(threads);
  }

  /** The innermost activation. */
  public FrameSnapshot top() {
    return frames.get(0);
  }
}
