package dev.wasmscope.engine.wasi.abi;

/**
 * How reads and writes of a descriptor behave.
 *
 * @param append every write goes to the end of the file
 * @param dataSync a write returns when its data is on the device
 * @param nonBlocking a read that would wait fails with AGAIN
 * @param readSync a read returns when what it reads is on the device
 * @param sync a write returns when data and status are on the device
 */
public record DescriptorFlags(
    boolean append, boolean dataSync, boolean nonBlocking, boolean readSync, boolean sync) {

  /** No flag is set. */
  public static final DescriptorFlags NONE = new DescriptorFlags(false, false, false, false, false);

  /** Reads the program's number; INVAL if it has unknown bits. */
  public static DescriptorFlags of(int bits) throws ErrnoException {
    if ((bits & ~0x1f) != 0) {
      throw new ErrnoException(Errno.INVAL);
    }
    return new DescriptorFlags(
        (bits & 1) != 0, (bits & 2) != 0, (bits & 4) != 0, (bits & 8) != 0, (bits & 16) != 0);
  }

  /** The number that the program sees. */
  public int bits() {
    return (append ? 1 : 0)
        | (dataSync ? 2 : 0)
        | (nonBlocking ? 4 : 0)
        | (readSync ? 8 : 0)
        | (sync ? 16 : 0);
  }

  /** Whether both want the same of the device. */
  public boolean syncsLike(DescriptorFlags other) {
    return dataSync == other.dataSync && readSync == other.readSync && sync == other.sync;
  }
}
