package dev.wasmscope.engine.wasi;

import dev.wasmscope.engine.wasi.abi.Errno;
import dev.wasmscope.engine.wasi.abi.ErrnoException;
import dev.wasmscope.engine.wasi.abi.GuestMemory;

/**
 * What happened of all that a program waited for.
 *
 * @param subscription what it waited for
 * @param errno SUCCESS, or why it will not happen
 * @param bytes how many bytes can be read or written
 */
record PollEvent(Subscription subscription, Errno errno, long bytes) {

  /** How many bytes one takes in the program's memory. */
  static final int SIZE = 32;

  void write(GuestMemory memory, long address) throws ErrnoException {
    memory.clear(address, SIZE);
    memory.putI64(address, subscription.userData());
    memory.putI16(address + 8, errno.code());
    memory.putI8(address + 10, subscription.kind());
    memory.putI64(address + 16, bytes);
  }
}
