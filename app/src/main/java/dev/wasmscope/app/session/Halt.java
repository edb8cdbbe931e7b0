package dev.wasmscope.app.session;

import dev.wasmscope.engine.debug.ThreadSnapshot;
import java.util.List;
import java.util.Optional;

/**
 * A program that stands still, as seen by the window; immutable.
 *
 * @param kind why it stands
 * @param reason why, in words
 * @param remedy what it means and what can be done; may be empty
 * @param frames innermost first
 * @param globals of the module
 * @param threads all threads, the first one first
 * @param thread the number of the one whose frames these are
 */
public record Halt(
    Kind kind,
    String reason,
    String remedy,
    List<Frame> frames,
    List<Variable> globals,
    List<ThreadSnapshot> threads,
    int thread) {
  /** Why a program stands still. */
  public enum Kind {
    ENTRY,
    BREAKPOINT,
    STEP,
    PAUSE,
    TRAP
  }

  /** Copies the lists. */
  public Halt {
    frames = List.copyOf(frames);
    globals = List.copyOf(globals);
    threads = List.copyOf(threads);
  }

  /** The frame at {@code index}, innermost 0. */
  public Optional<Frame> frame(int index) {
    return index >= 0 && index < frames.size() ? Optional.of(frames.get(index)) : Optional.empty();
  }
}
