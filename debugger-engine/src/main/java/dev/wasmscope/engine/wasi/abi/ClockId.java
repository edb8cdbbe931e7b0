package dev.wasmscope.engine.wasi.abi;

/** The clocks. */
public enum ClockId {
  REALTIME,
  MONOTONIC,
  PROCESS_CPUTIME,
  THREAD_CPUTIME;

  /** The clock with the given number; INVAL if there is none. */
  public static ClockId of(int code) throws ErrnoException {
    return switch (code) {
      case 0 -> REALTIME;
      case 1 -> MONOTONIC;
      case 2 -> PROCESS_CPUTIME;
      case 3 -> THREAD_CPUTIME;
      default -> throw new ErrnoException(Errno.INVAL);
    };
  }
}
