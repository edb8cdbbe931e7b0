package dev.wasmscope.engine.debug;

import dev.wasmscope.engine.debuginfo.LineTable;
import dev.wasmscope.engine.probe.FrameView;
import dev.wasmscope.engine.probe.WasmThread;
import dev.wasmscope.engine.runtime.WasmFunction;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Makes steps of lines out of steps of instructions. A step ends on another line, in another
 * activation, or further up on the same line: a loop that is written on one line has gone round.
 */
final class Stepper {

  private final LineTable lines;
  private Optional<Step> step = Optional.empty();

  /** A step under way: who makes it, how deep it may stop, and where it began. */
  private record Step(
      WasmThread thread,
      int maxDepth,
      Granularity granularity,
      WasmFunction function,
      int offset,
      int depth,
      OptionalInt line) {}

  Stepper(LineTable lines) {
    this.lines = lines;
  }

  /** Begins a step of the stopped {@code thread} that ends in no frame deeper than allowed. */
  void begin(WasmThread thread, int maxDepth, Granularity granularity) {
    FrameView top = thread.top().orElseThrow();
    step =
        Optional.of(
            new Step(
                thread,
                maxDepth,
                granularity,
                top.function(),
                top.place().offset(),
                top.depth(),
                lines.lineOf(top.place())));
    thread.stepWithin(maxDepth);
  }

  /** Forgets the step under way, if there is one; all threads stand still. */
  void cancel() {
    step.ifPresent(s -> s.thread().stepWithin(-1));
    step = Optional.empty();
  }

  /** Whether the step ends where {@code thread} has stopped; if not, goes on with it. */
  boolean arrived(WasmThread thread) {
    if (step.isEmpty() || !step.get().thread().equals(thread)) {
      return false;
    }
    Step made = step.get();
    FrameView top = thread.top().orElseThrow();
    if (made.granularity() == Granularity.INSTRUCTION
        || made.line().isEmpty()
        || hasLeftLine(made, top)) {
      return true;
    }
    thread.stepWithin(made.maxDepth());
    return false;
  }

  private boolean hasLeftLine(Step made, FrameView top) {
    OptionalInt line = lines.lineOf(top.place());
    if (top.depth() != made.depth() || !top.function().equals(made.function())) {
      return line.isPresent();
    }
    return line.isPresent() && (!line.equals(made.line()) || top.place().offset() <= made.offset());
  }
}
