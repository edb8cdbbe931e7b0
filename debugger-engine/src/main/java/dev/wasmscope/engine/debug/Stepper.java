package dev.wasmscope.engine.debug;

import dev.wasmscope.engine.debuginfo.LineTable;
import dev.wasmscope.engine.probe.FrameView;
import dev.wasmscope.engine.probe.WasmThread;
import java.util.OptionalInt;

/**
 * Makes steps of lines out of steps of instructions. A step ends on another line, in another
 * activation, or further up on the same line: a loop that is written on one line has gone round.
 */
final class Stepper {

  private final LineTable lines;
  private Step step = new Step(Integer.MAX_VALUE, Granularity.INSTRUCTION, null, 0);

  /** A step under way: how deep it may stop, and where it began. */
  private record Step(int maxDepth, Granularity granularity, FrameView from, int offset) {}

  private OptionalInt fromLine = OptionalInt.empty();
  private int fromDepth;

  Stepper(LineTable lines) {
    this.lines = lines;
  }

  /** Begins a step of the stopped {@code thread} that ends in no frame deeper than allowed. */
  void begin(WasmThread thread, int maxDepth, Granularity granularity) {
    FrameView top = thread.top().orElseThrow();
    step = new Step(maxDepth, granularity, top, top.place().offset());
    fromLine = lines.lineOf(top.place());
    fromDepth = top.depth();
    thread.stepWithin(maxDepth);
  }

  /** Whether the step ends where {@code thread} has stopped; if not, goes on with it. */
  boolean arrived(WasmThread thread) {
    FrameView top = thread.top().orElseThrow();
    if (step.granularity() == Granularity.INSTRUCTION || fromLine.isEmpty() || hasLeftLine(top)) {
      return true;
    }
    thread.stepWithin(step.maxDepth());
    return false;
  }

  private boolean hasLeftLine(FrameView top) {
    if (top.depth() != fromDepth || top.function() != step.from().function()) {
      return lines.lineOf(top.place()).isPresent();
    }
    OptionalInt line = lines.lineOf(top.place());
    return line.isPresent() && (!line.equals(fromLine) || top.place().offset() <= step.offset());
  }
}
