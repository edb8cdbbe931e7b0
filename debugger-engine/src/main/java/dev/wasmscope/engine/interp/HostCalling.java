package dev.wasmscope.engine.interp;

import dev.wasmscope.engine.probe.Blocked;
import dev.wasmscope.engine.probe.Terminated;
import dev.wasmscope.engine.runtime.HostCall;
import dev.wasmscope.engine.runtime.HostFunction;
import dev.wasmscope.engine.runtime.Instance;
import dev.wasmscope.engine.runtime.WasmException;
import dev.wasmscope.engine.tier.Leave;
import dev.wasmscope.engine.trap.Trap;
import java.util.Arrays;

/** Calls functions of the host. */
final class HostCalling {

  private final InterpThread thread;
  private final StopControl control;

  HostCalling(InterpThread thread, StopControl control) {
    this.thread = thread;
    this.control = control;
  }

  /**
   * Calls a host function whose arguments end before {@code sp}.
   *
   * @param frame the caller, or null
   * @return the first free slot after the results
   */
  int call(HostFunction function, InterpFrame frame, int sp) {
    int base = sp - function.type().params().size();
    Instance caller = frame == null ? null : frame.code.instance;
    HostCall call = prepare(function, caller, base, sp);
    thread.store().hostCalls().announce(call);
    if (control.stopIfRequested()) {
      call = prepare(function, caller, base, sp);
    }
    if (frame != null) {
      thread.surfaceForOthers(true);
    }
    performBlocked(call);
    takeResults(call, base);
    control.stopSoonIfRequested();
    return base + function.type().results().size();
  }

  /**
   * Calls a host function for compiled code, with arguments and results in scratch slots from
   * {@code base} on.
   *
   * @param caller whose code calls; null where it is not known
   */
  void callFromCompiled(HostFunction function, Instance caller, int base) {
    if (caller == null || thread.store().hostCalls().isHeard() || control.mayBeHeld()) {
      throw Leave.NOW;
    }
    HostCall call = prepare(function, caller, base, base + function.type().params().size());
    try {
      performBlocked(call);
    } catch (Trap trap) {
      throw thread.crossing.failing(trap);
    } catch (WasmException e) {
      if (thread.watchesThrows()) {
        throw thread.crossing.failing(e);
      }
      throw e;
    }
    takeResults(call, base);
  }

  private HostCall prepare(HostFunction function, Instance caller, int base, int sp) {
    return new HostCall(
        function,
        caller,
        thread,
        Arrays.copyOfRange(thread.bits, base, sp),
        Arrays.copyOfRange(thread.objects, base, sp));
  }

  private void performBlocked(HostCall call) {
    control.block(new Blocked.InHost(call.function()));
    try {
      thread.store().hostCalls().perform(call);
    } catch (Terminated e) {
      throw control.ended(e);
    } finally {
      control.unblock();
    }
    control.endIfExpired();
  }

  private void takeResults(HostCall call, int base) {
    int results = call.function().type().results().size();
    thread.makeRoom(base + results);
    for (int i = 0; i < results; i++) {
      thread.bits[base + i] = call.resultBits(i);
      thread.objects[base + i] = call.resultObject(i);
    }
  }
}
