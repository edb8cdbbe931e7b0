package dev.wasmscope.engine.wasi.abi;

/**
 * How {@code path_open} treats what it finds.
 *
 * @param create make the file if it is not there
 * @param directory fail if it is no directory
 * @param exclusive fail if it is there
 * @param truncate make it empty
 */
public record OpenFlags(boolean create, boolean directory, boolean exclusive, boolean truncate) {

  /** Reads the program's number; INVAL if it has unknown bits. */
  public static OpenFlags of(int bits) throws ErrnoException {
    if ((bits & ~0xf) != 0) {
      throw new ErrnoException(Errno.INVAL);
    }
    return new OpenFlags((bits & 1) != 0, (bits & 2) != 0, (bits & 4) != 0, (bits & 8) != 0);
  }
}
