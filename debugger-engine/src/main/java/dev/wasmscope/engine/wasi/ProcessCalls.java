package dev.wasmscope.engine.wasi;

import dev.wasmscope.engine.runtime.ProgramExit;
import dev.wasmscope.engine.wasi.abi.Errno;
import dev.wasmscope.engine.wasi.abi.ErrnoException;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** The program itself: its end, its turn, its random numbers. */
final class ProcessCalls {
  private static final int RANDOM_CHUNK = 1 << 16;

  private final RandomSource random;

  ProcessCalls(RandomSource random) {
    this.random = random;
  }

  List<WasiFunction> functions() {
    return List.of(
        new WasiFunction("proc_exit", "i", false, ProcessCalls::exit),
        WasiFunction.of("proc_raise", "i", ProcessCalls::raise),
        WasiFunction.of("sched_yield", "", _ -> LockSupport.parkNanos(1)),
        WasiFunction.of("random_get", "ii", this::random));
  }

  private static void exit(WasiCall call) {
    throw new ProgramExit(call.i32(0));
  }

  // A program of WASI has no handlers, and signal 0 only asks whether it could be raised.
  private static void raise(WasiCall call) throws ErrnoException {
    if (call.i32(0) != 0) {
      throw new ErrnoException(Errno.NOTSUP);
    }
  }

  private void random(WasiCall call) throws ErrnoException {
    long address = call.u32(0);
    long left = call.u32(1);
    call.memory().check(address, left);
    while (left > 0) {
      byte[] bytes = new byte[(int) Math.min(left, RANDOM_CHUNK)];
      random.fill(bytes);
      call.memory().put(address, bytes);
      address += bytes.length;
      left -= bytes.length;
    }
  }
}
