package dev.wasmscope.profile.model;

/**
 * The stacks of a profile as a tree: a stack is its caller's stack (its prefix) and a frame on top.
 * A prefix always has a smaller row number than the stacks built on it.
 */
public final class StackTable {
  /** The prefix of a stack of one frame, and the stack of a sample that saw nothing running. */
  public static final int NONE = -1;

  private final int[] prefixes;
  private final int[] frames;

  StackTable(IntColumn prefixes, IntColumn frames) {
    this.prefixes = prefixes.toArray();
    this.frames = frames.toArray();
  }

  /** How many stacks there are. */
  public int size() {
    return prefixes.length;
  }

  /** Row of the caller's stack of stack {@code row}; {@link #NONE} for the outermost. */
  public int prefix(int row) {
    return prefixes[row];
  }

  /** Row in the {@link FrameTable} of the frame on top of stack {@code row}. */
  public int frame(int row) {
    return frames[row];
  }
}
