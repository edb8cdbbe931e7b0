package dev.wasmscope.engine.wasi;

import dev.wasmscope.engine.wasi.abi.ClockId;
import dev.wasmscope.engine.wasi.abi.ErrnoException;
import java.util.List;

/** Reading clocks. */
final class ClockCalls {
  private final WasiClock clock;

  ClockCalls(WasiClock clock) {
    this.clock = clock;
  }

  List<WasiFunction> functions() {
    return List.of(
        WasiFunction.of("clock_res_get", "ii", this::resolution),
        WasiFunction.of("clock_time_get", "iIi", this::time));
  }

  private void resolution(WasiCall call) throws ErrnoException {
    call.memory().putI64(call.u32(1), clock.resolution(ClockId.of(call.i32(0))));
  }

  private void time(WasiCall call) throws ErrnoException {
    long result = call.result(2, 8);
    call.memory().putI64(result, clock.now(ClockId.of(call.i32(0))));
  }
}
