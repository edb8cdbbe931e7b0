package dev.wasmscope.engine.wasi.abi;

/**
 * What a program can learn about a descriptor.
 *
 * @param type what kind of file it is
 * @param flags how reads and writes behave
 * @param rights what may be done with it
 * @param inheriting what may be done with descriptors opened through it
 */
public record DescriptorStatus(
    FileType type, DescriptorFlags flags, Rights rights, Rights inheriting) {

  private static final int SIZE = 24;

  /** Writes the record {@code fdstat}. */
  public void write(GuestMemory memory, long address) throws ErrnoException {
    memory.clear(address, SIZE);
    memory.putI8(address, type.code());
    memory.putI16(address + 2, flags.bits());
    memory.putI64(address + 8, rights.bits());
    memory.putI64(address + 16, inheriting.bits());
  }
}
