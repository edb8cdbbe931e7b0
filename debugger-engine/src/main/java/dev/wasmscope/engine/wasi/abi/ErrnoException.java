package dev.wasmscope.engine.wasi.abi;

import java.io.IOException;

/** A host call failed in a way that the program is told as an error number. */
public final class ErrnoException extends IOException {
  private static final long serialVersionUID = 1L;

  private final Errno errno;

  /** The call fails with the given number. */
  public ErrnoException(Errno errno) {
    super(errno.name());
    this.errno = errno;
  }

  /** What the program is told. */
  public Errno errno() {
    return errno;
  }
}
