package dev.wasmscope.engine.wasi;

import dev.wasmscope.engine.wasi.abi.Errno;
import dev.wasmscope.engine.wasi.abi.ErrnoException;
import dev.wasmscope.engine.wasi.abi.GuestMemory;

/** One call: its arguments by position from 0, and the memory of the caller. */
final class WasiCall {
  private static final int LONGEST_PATH = 4096;

  private final GuestMemory memory;
  private final long[] args;

  WasiCall(GuestMemory memory, long... args) {
    this.memory = memory;
    this.args = args;
  }

  GuestMemory memory() {
    return memory;
  }

  /** An argument of 32 bits: a descriptor, an enumeration, flags. */
  int i32(int argument) {
    return (int) args[argument];
  }

  /** An argument of 32 bits that is an address or a length. */
  long u32(int argument) {
    return Integer.toUnsignedLong((int) args[argument]);
  }

  /** An argument of 64 bits. */
  long i64(int argument) {
    return args[argument];
  }

  /** A path whose address and length are this argument and the next. */
  String path(int argument) throws ErrnoException {
    return memory.text(u32(argument), u32(argument + 1), LONGEST_PATH);
  }

  /** Flags for looking up a path: whether a link at its end is followed. */
  boolean followsLinks(int argument) throws ErrnoException {
    int flags = i32(argument);
    if ((flags & ~1) != 0) {
      throw new ErrnoException(Errno.INVAL);
    }
    return flags != 0;
  }

  /**
   * The address at which a result of so many bytes goes. Looked at before anything is done, so that
   * a call that cannot report its result has no effect.
   */
  long result(int argument, int size) throws ErrnoException {
    memory.check(u32(argument), size);
    return u32(argument);
  }
}
