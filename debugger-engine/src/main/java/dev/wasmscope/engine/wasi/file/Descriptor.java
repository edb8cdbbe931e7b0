package dev.wasmscope.engine.wasi.file;

import dev.wasmscope.engine.wasi.abi.DescriptorFlags;
import dev.wasmscope.engine.wasi.abi.DescriptorStatus;
import dev.wasmscope.engine.wasi.abi.Errno;
import dev.wasmscope.engine.wasi.abi.ErrnoException;
import dev.wasmscope.engine.wasi.abi.FileStatus;
import dev.wasmscope.engine.wasi.abi.FileType;
import dev.wasmscope.engine.wasi.abi.Right;
import dev.wasmscope.engine.wasi.abi.Rights;
import dev.wasmscope.engine.wasi.abi.TimeChange;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * What a number of a program stands for. Operations that a kind of descriptor does not have fail as
 * the specification says.
 */
public abstract sealed class Descriptor
    permits InputDescriptor, OutputDescriptor, FileDescriptor, DirectoryDescriptor {
  private final FileType type;
  private volatile Rights rights;
  private volatile Rights inheriting;
  private volatile DescriptorFlags flags;

  Descriptor(FileType type, Rights rights, Rights inheriting, DescriptorFlags flags) {
    this.type = type;
    this.rights = rights;
    this.inheriting = inheriting;
    this.flags = flags;
  }

  /** What kind of file it is. */
  public final FileType type() {
    return type;
  }

  /** What may be done with descriptors opened through this one. */
  public final Rights inheriting() {
    return inheriting;
  }

  /** How reads and writes behave. */
  public final DescriptorFlags flags() {
    return flags;
  }

  /** Type, flags and rights. */
  public final DescriptorStatus descriptorStatus() {
    return new DescriptorStatus(type, flags, rights, inheriting);
  }

  /** Whether it has a right. */
  public final boolean allows(Right right) {
    return rights.has(right);
  }

  /** Fails with NOTCAPABLE unless it has the right. */
  public final void require(Right right) throws ErrnoException {
    if (!rights.has(right)) {
      throw new ErrnoException(Errno.NOTCAPABLE);
    }
  }

  /** Gives up rights; NOTCAPABLE for a right that it does not have. */
  public final void restrict(Rights newRights, Rights newInheriting) throws ErrnoException {
    if (!rights.hasAll(newRights) || !inheriting.hasAll(newInheriting)) {
      throw new ErrnoException(Errno.NOTCAPABLE);
    }
    rights = newRights;
    inheriting = newInheriting;
  }

  /** Changes the flags; NOTSUP where that would change how the device is synchronised. */
  public final void changeFlags(DescriptorFlags changed) throws ErrnoException {
    require(Right.FD_FDSTAT_SET_FLAGS);
    if (!changed.syncsLike(flags)) {
      throw new ErrnoException(Errno.NOTSUP);
    }
    flags = changed;
  }

  /** Reads at the current position into the buffers; negative at the end. */
  public long read(ByteBuffer[] buffers) throws IOException {
    throw new ErrnoException(Errno.BADF);
  }

  /** Reads at a position into the buffers; negative at the end. */
  public long read(ByteBuffer[] buffers, long position) throws IOException {
    throw new ErrnoException(Errno.SPIPE);
  }

  /** Writes the buffers at the current position. */
  public long write(ByteBuffer[] buffers) throws IOException {
    throw new ErrnoException(Errno.BADF);
  }

  /** Writes the buffers at a position. */
  public long write(ByteBuffer[] buffers, long position) throws IOException {
    throw new ErrnoException(Errno.SPIPE);
  }

  /** What is known of the file. */
  public abstract FileStatus fileStatus() throws IOException;

  /** Waits until everything written is on the device; nothing to do where nothing is kept back. */
  public void synchronize(boolean statusToo) throws IOException {
    require(statusToo ? Right.FD_SYNC : Right.FD_DATASYNC);
  }

  /** Changes the times of the file. */
  public void setTimes(TimeChange change) throws IOException {
    require(Right.FD_FILESTAT_SET_TIMES);
    throw new ErrnoException(Errno.INVAL);
  }

  /** How many bytes can be read at once without waiting, as far as known. */
  public long available() throws IOException {
    return 0;
  }

  /** Lets go of what the host holds for it. */
  public void close() throws IOException {}

  /** This as a file; fails as the specification says if it is none. */
  public FileDescriptor asFile() throws ErrnoException {
    throw new ErrnoException(Errno.SPIPE);
  }

  /** This as a directory; NOTDIR if it is none. */
  public DirectoryDescriptor asDirectory() throws ErrnoException {
    throw new ErrnoException(Errno.NOTDIR);
  }
}
