package dev.wasmscope.engine.wasi.abi;

/**
 * What is known of a file; times in nanoseconds since the epoch.
 *
 * @param device the device that has it
 * @param inode its number on the device
 * @param type what kind of file it is
 * @param links how many names it has
 * @param size its length in bytes
 * @param accessed when it was last read
 * @param modified when it was last written
 * @param changed when its status last changed
 */
public record FileStatus(
    long device,
    long inode,
    FileType type,
    long links,
    long size,
    long accessed,
    long modified,
    long changed) {

  /** How many bytes {@link #write} needs. */
  public static final int SIZE = 64;

  /** The status of a stream. */
  public static FileStatus ofStream(FileType type) {
    return new FileStatus(0, 0, type, 0, 0, 0, 0, 0);
  }

  /** Writes the record {@code filestat}. */
  public void write(GuestMemory memory, long address) throws ErrnoException {
    memory.clear(address, SIZE);
    memory.putI64(address, device);
    memory.putI64(address + 8, inode);
    memory.putI8(address + 16, type.code());
    memory.putI64(address + 24, links);
    memory.putI64(address + 32, size);
    memory.putI64(address + 40, accessed);
    memory.putI64(address + 48, modified);
    memory.putI64(address + 56, changed);
  }
}
