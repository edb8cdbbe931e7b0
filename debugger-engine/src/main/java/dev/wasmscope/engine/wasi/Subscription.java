package dev.wasmscope.engine.wasi;

import dev.wasmscope.engine.wasi.abi.Errno;
import dev.wasmscope.engine.wasi.abi.ErrnoException;
import dev.wasmscope.engine.wasi.abi.GuestMemory;

/** What a program waits for in {@code poll_oneoff}. */
sealed interface Subscription {

  /** How many bytes one takes in the program's memory. */
  int SIZE = 48;

  /** What the program recognises the event by. */
  long userData();

  /**
   * A point in time.
   *
   * @param clock the number of the clock
   * @param timeout nanoseconds, unsigned
   * @param absolute whether the clock shall show the time-out, else it shall pass
   */
  record Clock(long userData, int clock, long timeout, boolean absolute) implements Subscription {}

  /** A descriptor that can be read, or written. */
  record Ready(long userData, int descriptor, boolean toWrite) implements Subscription {}

  /** Reads a subscription; INVAL for an unknown kind. */
  static Subscription read(GuestMemory memory, long address) throws ErrnoException {
    long userData = memory.i64(address);
    int kind = memory.u8(address + 8);
    return switch (kind) {
      case 0 -> readClock(memory, address, userData);
      case 1, 2 -> new Ready(userData, memory.i32(address + 16), kind == 2);
      default -> throw new ErrnoException(Errno.INVAL);
    };
  }

  private static Clock readClock(GuestMemory memory, long address, long userData)
      throws ErrnoException {
    int flags = memory.u16(address + 40);
    if ((flags & ~1) != 0) {
      throw new ErrnoException(Errno.INVAL);
    }
    return new Clock(userData, memory.i32(address + 16), memory.i64(address + 24), flags != 0);
  }

  /** The number of its kind in an event. */
  default int kind() {
    return switch (this) {
      case Clock _ -> 0;
      case Ready ready -> ready.toWrite() ? 2 : 1;
    };
  }
}
