package dev.wasmscope.engine.wasi;

import dev.wasmscope.engine.policy.ClockGrant;
import dev.wasmscope.engine.wasi.abi.ClockId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicLong;

/** A clock that goes on only by being read and by sleeping: the same in every run. */
final class VirtualClock implements WasiClock {
  private final long start;
  private final long step;
  private final AtomicLong elapsed = new AtomicLong();

  VirtualClock(ClockGrant.Virtual grant) {
    this.start = ChronoUnit.NANOS.between(Instant.EPOCH, grant.start());
    this.step = grant.step().toNanos();
  }

  @Override
  public long now(ClockId clock) {
    long since = elapsed.getAndAdd(step);
    return clock == ClockId.REALTIME ? start + since : since;
  }

  @Override
  public long resolution(ClockId clock) {
    return Math.max(1, step);
  }

  @Override
  public void sleep(long nanoseconds) {
    elapsed.addAndGet(nanoseconds);
  }
}
