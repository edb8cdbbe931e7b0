package dev.wasmscope.engine.interp;

import dev.wasmscope.engine.probe.FrameView;
import dev.wasmscope.engine.runtime.StoreLimits;
import dev.wasmscope.engine.tier.Capture;
import dev.wasmscope.engine.tier.GearThread;
import dev.wasmscope.engine.tier.HeapFrame;
import dev.wasmscope.engine.trap.Trap;
import dev.wasmscope.engine.trap.TrapReason;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The frames of a thread and their slots. */
abstract class FrameStack extends GearThread {

  private static final int INITIAL_FRAMES = 64;

  /** Number of frames; the main loop takes one away itself on return. */
  int depth;

  private final StoreLimits limits;

  /** Frames below those of this stack, on Java's; more, if Java's has less room than allowed. */
  private int hidden;

  /** Number of frames for which there is room at once. */
  private int room;

  private InterpFrame[] frames = new InterpFrame[INITIAL_FRAMES];

  FrameStack(StoreLimits limits) {
    this.limits = limits;
    findRoom();
  }

  /** A frame that may be used again and again. */
  abstract InterpFrame newFrame(int at);

  /** Whether somebody wants to know of calls. */
  abstract boolean mustPoll();

  final InterpFrame frame() {
    return frames[depth - 1];
  }

  final InterpFrame frame(int at) {
    return frames[at];
  }

  /** Makes a frame whose first local is in slot {@code fp}, where the arguments are. */
  final InterpFrame push(FunctionCode callee, int fp) {
    int at = depth;
    if (at >= room || fp + callee.slots > bits.length) {
      makeRoomForFrame(fp + callee.slots);
    }
    InterpFrame frame = frames[at];
    if (frame == null) {
      frame = newFrame(at);
      frames[at] = frame;
    }
    frame.entered = false;
    enterCode(frame, callee, fp);
    depth = at + 1;
    return frame;
  }

  /** Lets a frame start a function whose arguments begin in slot {@code fp}. */
  final void enterCode(InterpFrame frame, FunctionCode callee, int fp) {
    frame.code = callee;
    frame.fp = fp;
    frame.sp = fp + callee.operandBase;
    frame.pc = callee.function != null && mustPoll() ? 0 : callee.start();
    callee.clearLocals(this, fp);
  }

  final boolean hasRoomForFrame() {
    return depth + hidden < limits.callDepth();
  }

  final int hidden() {
    return hidden;
  }

  /** Frames below those of this stack have become others. */
  final void hidden(int frames) {
    hidden = frames;
    findRoom();
  }

  private void findRoom() {
    room = Math.min(this.frames.length, limits.callDepth() - hidden);
  }

  /** Whether there may be another frame, with so many slots in all. */
  final boolean hasRoom(int slots) {
    return hasRoomForFrame() && slots <= limits.stackSlots();
  }

  /** How many more slots are allowed from slot {@code base} on. */
  final int slotsLeft(int base) {
    return limits.stackSlots() - base;
  }

  /** How many more frames are allowed. */
  final int framesLeft() {
    return limits.callDepth() - depth;
  }

  /** There is no room for another frame, unless those below it go elsewhere. */
  abstract void surfaceForRoom();

  private void makeRoomForFrame(int slots) {
    if (!hasRoomForFrame()) {
      surfaceForRoom();
      throw exhausted();
    }
    if (depth == frames.length) {
      growFrames();
    }
    makeRoom(slots);
  }

  /** Never makes more room than the limit, so that whoever finds none is beyond it. */
  private void growFrames() {
    int length = Math.max(depth + 1, Math.min(2 * frames.length, limits.callDepth()));
    frames = Arrays.copyOf(frames, length);
    findRoom();
  }

  /** Makes room for so many slots, or traps. */
  final void makeRoom(int slots) {
    if (slots > bits.length) {
      if (slots > limits.stackSlots()) {
        throw exhausted();
      }
      grow(slots, limits.stackSlots());
    }
  }

  /** What more frames than allowed end with. */
  final Trap exhausted() {
    return new Trap(TrapReason.CALL_STACK_EXHAUSTED, "at " + depth + " frames");
  }

  /**
   * Moves the {@code keep} topmost values down over {@code drop} slots; the new first free slot.
   */
  final int branch(int sp, int keep, int drop) {
    if (drop != 0) {
      if (keep == 1) {
        bits[sp - 1 - drop] = bits[sp - 1];
        objects[sp - 1 - drop] = objects[sp - 1];
      } else if (keep != 0) {
        copy(sp - keep, sp - keep - drop, keep);
      }
    }
    return sp - drop;
  }

  /**
   * Puts a frame that was captured on top of the stack, with its first local in slot {@code fp}.
   */
  final InterpFrame restore(FunctionCode code, HeapFrame captured, int fp) {
    if (depth == frames.length) {
      growFrames();
    }
    if (fp + code.slots > bits.length) {
      grow(fp + code.slots, Integer.MAX_VALUE);
    }
    InterpFrame frame = frames[depth] == null ? newFrame(depth) : frames[depth];
    frames[depth++] = frame;
    captured.copyTo(this, fp);
    frame.restore(code, fp, captured);
    return frame;
  }

  /** The frames above {@code entryDepth}, innermost first, taken from the stack. */
  final void takeFrames(int entryDepth, Capture capture) {
    while (depth > entryDepth) {
      capture.add(frame().toHeap());
      depth--;
    }
  }

  /** The slot after the last operand of a frame. */
  final int endOf(InterpFrame frame) {
    boolean calling = frame.depth + 1 < depth && !frames[frame.depth + 1].entered;
    return calling ? frames[frame.depth + 1].fp : frame.sp;
  }

  // Constant expressions have frames too, which nobody is to see.

  /** The innermost frame of a function. */
  public final Optional<FrameView> top() {
    return visible(depth - 1);
  }

  /** The innermost frame of a function below {@code frame}. */
  final Optional<FrameView> callerOf(InterpFrame frame) {
    return visible(frame.depth - 1);
  }

  /** The frames of functions, innermost first. */
  public final List<FrameView> frames() {
    List<FrameView> views = new ArrayList<>(depth);
    for (Optional<FrameView> at = top(); at.isPresent(); at = at.get().caller()) {
      views.add(at.get());
    }
    return views;
  }

  private Optional<FrameView> visible(int from) {
    for (int i = from; i >= 0; i--) {
      if (frames[i].code.function != null) {
        return Optional.of(frames[i]);
      }
    }
    return Optional.empty();
  }
}
