package dev.wasmscope.engine.wasi;

import dev.wasmscope.engine.wasi.abi.ClockId;
import dev.wasmscope.engine.wasi.abi.Errno;
import dev.wasmscope.engine.wasi.abi.ErrnoException;

/** No clock is granted. */
final class DeniedClock implements WasiClock {

  @Override
  public long now(ClockId clock) throws ErrnoException {
    throw new ErrnoException(Errno.NOTCAPABLE);
  }

  @Override
  public long resolution(ClockId clock) throws ErrnoException {
    throw new ErrnoException(Errno.NOTCAPABLE);
  }

  @Override
  public void sleep(long nanoseconds) {
    throw new IllegalStateException("nothing to sleep for without a clock that was read");
  }
}
