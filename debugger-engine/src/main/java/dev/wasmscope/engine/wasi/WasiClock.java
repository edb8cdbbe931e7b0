package dev.wasmscope.engine.wasi;

import dev.wasmscope.engine.policy.ClockGrant;
import dev.wasmscope.engine.wasi.abi.ClockId;
import dev.wasmscope.engine.wasi.abi.ErrnoException;

/** The clocks of a program, in nanoseconds. The two of CPU time count from its start. */
interface WasiClock {

  /** What the clock shows. */
  long now(ClockId clock) throws ErrnoException;

  /** The smallest step of the clock. */
  long resolution(ClockId clock) throws ErrnoException;

  /** Waits. */
  void sleep(long nanoseconds) throws InterruptedException;

  /** The clock for a grant. */
  static WasiClock of(ClockGrant grant) {
    return switch (grant) {
      case ClockGrant.Denied _ -> new DeniedClock();
      case ClockGrant.Host _ -> new HostClock();
      case ClockGrant.Virtual virtual -> new VirtualClock(virtual);
    };
  }
}
