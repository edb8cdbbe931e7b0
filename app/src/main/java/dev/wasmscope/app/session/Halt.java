package dev.wasmscope.app.session;

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
 */
public record Halt(
    Kind kind, String reason, String remedy, List<Frame> frames, List<Variable> globals) {
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
  }

  /** The frame at {@code index}, innermost 0. */
  public Optional<Frame> frame(int index) {
    return index >= 0 && index < frames.size() ? Optional.of(frames.get(index)) : Optional.empty();
  }
}
