package dev.wasmscope.engine.interp;

import dev.wasmscope.engine.probe.Probes;
import dev.wasmscope.engine.probe.StopReason;
import dev.wasmscope.engine.probe.Terminated;
import dev.wasmscope.engine.runtime.ExceptionInstance;
import dev.wasmscope.engine.runtime.MemoryBytes;
import dev.wasmscope.engine.runtime.MemoryInstance;
import dev.wasmscope.engine.runtime.WasmException;
import dev.wasmscope.engine.tier.Capture;
import dev.wasmscope.engine.trap.Trap;
import dev.wasmscope.engine.trap.TrapReason;

/** Leaves frames by traps and exceptions, after those who want to look have looked. */
final class Unwinder {

  /** As {@code pc}: the frame has pc and sp already. */
  static final int IN_FRAME = -1;

  private final InterpThread stack;
  private final StopControl control;
  private final Crossing crossing;
  private final Probes probes;

  Unwinder(InterpThread stack, StopControl control, Crossing crossing, Probes probes) {
    this.stack = stack;
    this.control = control;
    this.crossing = crossing;
    this.probes = probes;
  }

  /** Throws at the innermost frame's place. */
  void raise(ExceptionInstance exception, int entryDepth) {
    InterpFrame frame = stack.frame();
    if (stack.watchesThrows()) {
      crossing.surface(new Capture.Resumption.Fail(new WasmException(exception)));
    }
    probes.observers().forEach(o -> o.thrown(frame, exception));
    control.stopIfRequested();
    if (isResumed(exception, entryDepth)) {
      return;
    }
    crossing.passOut(new WasmException(exception));
    if (control.hasHandler() && !isCaught(exception, 0)) {
      control.stop(new StopReason.Uncaught(exception));
    }
    WasmException uncaught = new WasmException(exception, Backtraces.of(stack.frames()));
    abandon(entryDepth);
    throw uncaught;
  }

  /** An exception has come out of a host function or compiled code, or has left all frames. */
  void passOn(WasmException e, int entryDepth) {
    if (stack.depth <= entryDepth) {
      throw e;
    }
    if (crossing.hasPassed(e)) {
      if (!isResumed(e.exception(), entryDepth)) {
        crossing.passOut(e);
      }
    } else if (e.backtrace().isEmpty()) {
      raise(e.exception(), entryDepth);
    } else if (!isResumed(e.exception(), entryDepth)) {
      abandon(entryDepth);
      throw e;
    }
  }

  /** Whether a frame above {@code entryDepth} catches an exception. */
  boolean isCaught(ExceptionInstance exception, int entryDepth) {
    for (int i = stack.depth - 1; i >= entryDepth; i--) {
      InterpFrame frame = stack.frame(i);
      if (frame.code.handlers.find(frame.pc, exception) != null) {
        return true;
      }
    }
    return false;
  }

  /** Goes on where the exception is caught, if that is above {@code entryDepth}. */
  private boolean isResumed(ExceptionInstance exception, int entryDepth) {
    for (int i = stack.depth - 1; i >= entryDepth; i--) {
      InterpFrame frame = stack.frame(i);
      Handlers.Clause clause = frame.code.handlers.find(frame.pc, exception);
      if (clause != null) {
        stack.depth = i + 1;
        resume(frame, clause, exception);
        return true;
      }
    }
    return false;
  }

  private void resume(InterpFrame frame, Handlers.Clause clause, ExceptionInstance exception) {
    int sp = frame.fp + frame.code.operandBase + clause.height();
    if (clause.pushesValues()) {
      int count = exception.tag().type().params().size();
      for (int i = 0; i < count; i++) {
        stack.bits[sp] = exception.bits(i);
        stack.objects[sp++] = exception.object(i);
      }
    }
    if (clause.pushesReference()) {
      stack.objects[sp++] = exception;
    }
    if (clause.keepSlot() >= 0) {
      stack.objects[frame.fp + clause.keepSlot()] = exception;
    }
    frame.sp = sp;
    frame.pc = clause.pc();
  }

  /** The instruction at {@code pc} of the innermost frame trapped; leaves the frames. */
  void trapped(Trap trap, int pc, int sp, int entryDepth) {
    Trap located = trap;
    if (trap.backtrace().isEmpty()) {
      InterpFrame frame = stack.frame();
      stopAt(frame, pc, sp);
      crossing.surface(new Capture.Resumption.Fail(trap));
      located = trap.at(Backtraces.of(stack.frames()));
      announce(frame, located, entryDepth);
    }
    abandon(entryDepth);
    throw located;
  }

  private void announce(InterpFrame frame, Trap trap, int entryDepth) {
    if (frame.code.function == null) {
      return;
    }
    probes.observers().forEach(o -> o.trapped(frame, trap));
    control.forgetRequest();
    try {
      control.stop(new StopReason.Trapped(trap));
    } catch (Terminated e) {
      abandon(entryDepth);
      throw e;
    }
  }

  /** A load or store was out of bounds, unless the memory has grown meanwhile. */
  void outOfBounds(
      IndexOutOfBoundsException e, MemoryBytes memory, int pc, int sp, int entryDepth) {
    InterpFrame frame = stack.frame();
    stopAt(frame, pc, sp);
    int op = frame.code.plain[frame.pc];
    if (!Rows.isAccess(op)) {
      abandon(entryDepth);
      throw e;
    }
    MemoryInstance instance = frame.code.memoryInstance();
    if (instance.byteSize() == memory.size()) {
      long constant = Integer.toUnsignedLong(frame.code.plain[frame.pc + 1]);
      long address = stack.u32(frame.sp - Rows.addressDepth(op)) + constant;
      trapped(instance.outOfBounds(address, Rows.width(op)), IN_FRAME, sp, entryDepth);
    }
  }

  private static void stopAt(InterpFrame frame, int pc, int sp) {
    if (pc != IN_FRAME) {
      frame.pc = pc;
      frame.sp = sp;
    }
  }

  /** Java ran out of something. */
  void exhausted(VirtualMachineError e, int pc, int sp, int entryDepth) {
    TrapReason reason =
        e instanceof StackOverflowError
            ? TrapReason.CALL_STACK_EXHAUSTED
            : TrapReason.OUT_OF_MEMORY;
    trapped(new Trap(reason), pc, sp, entryDepth);
  }

  /** Leaves all frames above {@code entryDepth}. */
  void abandon(int entryDepth) {
    stack.depth = entryDepth;
  }
}
