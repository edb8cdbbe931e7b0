package dev.wasmscope.engine.interp;

import dev.wasmscope.engine.runtime.FunctionInstance;
import dev.wasmscope.engine.runtime.HostFunction;
import dev.wasmscope.engine.runtime.TableInstance;
import dev.wasmscope.engine.runtime.WasmFunction;
import dev.wasmscope.engine.tier.TailTarget;
import dev.wasmscope.engine.trap.Trap;
import dev.wasmscope.engine.trap.TrapReason;

/** What indirect calls call, and calls in place of the caller. */
final class Calls {

  private final InterpThread thread;
  private final Crossing crossing;

  Calls(InterpThread thread, Crossing crossing) {
    this.thread = thread;
    this.crossing = crossing;
  }

  /** The function that the reference on top of the stack points to. */
  FunctionInstance callee(int sp) {
    if (thread.objects[sp - 1] instanceof FunctionInstance function) {
      return function;
    }
    throw new Trap(TrapReason.NULL_FUNCTION_REFERENCE);
  }

  /** The function in a table at the index on top of the stack, if it has the type. */
  FunctionInstance callee(TableInstance table, int sp, int typeNumber) {
    FunctionInstance function = table.callee(thread.address(sp - 1, table.is64()));
    if (function.typeNumber() != typeNumber
        && !thread.store().types().isSubtype(function.typeNumber(), typeNumber)) {
      throw new Trap(
          TrapReason.INDIRECT_CALL_TYPE_MISMATCH,
          "%s is %s, expected %s"
              .formatted(
                  function.name(), function.type(), thread.store().types().func(typeNumber)));
    }
    return function;
  }

  /**
   * Replaces {@code frame} by a call, whose arguments end before {@code sp}.
   *
   * @return what to execute next: a return, if the call has been made and the results are the
   *     frame's operands
   */
  int tailCall(FunctionInstance callee, InterpFrame frame, int sp) {
    return switch (callee) {
      case WasmFunction wasm -> tailCall(thread.code(wasm), frame, sp);
      case HostFunction host -> {
        frame.sp = thread.hostCalling.call(host, frame, sp);
        yield Op.RETURN;
      }
    };
  }

  private int tailCall(FunctionCode callee, InterpFrame frame, int sp) {
    FunctionCode caller = frame.code;
    int fp = frame.fp;
    boolean entered = frame.entered;
    thread.makeRoom(fp + callee.slots);
    thread.copy(sp - callee.params, fp, callee.params);
    if (!thread.entersCompiled(callee)) {
      thread.enterCode(frame, callee, fp);
    } else if (crossing.isCalledByCompiled()
        && callee.function.callee() instanceof TailTarget target) {
      // The run ends; compiled code called it, and goes on with what is pending.
      thread.pending = target;
      thread.depth--;
    } else if (crossing.replace(frame, callee.entry)) {
      frame.code = caller;
      frame.fp = fp;
      frame.sp = fp + caller.results;
      frame.entered = entered;
      return Op.RETURN;
    }
    return Op.LEAVE;
  }
}
