package dev.wasmscope.engine.wasi;

import dev.wasmscope.engine.wasi.abi.ClockId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.TimeUnit;

/** The host's clocks. */
final class HostClock implements WasiClock {
  private final long started = System.nanoTime();

  @Override
  public long now(ClockId clock) {
    if (clock != ClockId.REALTIME) {
      return System.nanoTime() - started;
    }
    return ChronoUnit.NANOS.between(Instant.EPOCH, Instant.now());
  }

  @Override
  public long resolution(ClockId clock) {
    // What Linux gives java.time is microseconds.
    return clock == ClockId.REALTIME ? 1000 : 1;
  }

  @Override
  public void sleep(long nanoseconds) throws InterruptedException {
    TimeUnit.NANOSECONDS.sleep(nanoseconds);
  }
}
