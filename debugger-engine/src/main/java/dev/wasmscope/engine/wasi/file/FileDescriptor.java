package dev.wasmscope.engine.wasi.file;

import dev.wasmscope.engine.wasi.abi.DescriptorFlags;
import dev.wasmscope.engine.wasi.abi.Errno;
import dev.wasmscope.engine.wasi.abi.ErrnoException;
import dev.wasmscope.engine.wasi.abi.FileStatus;
import dev.wasmscope.engine.wasi.abi.FileType;
import dev.wasmscope.engine.wasi.abi.Right;
import dev.wasmscope.engine.wasi.abi.Rights;
import dev.wasmscope.engine.wasi.abi.TimeChange;
import dev.wasmscope.engine.wasi.abi.Whence;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** An open regular file. */
public final class FileDescriptor extends Descriptor {
  private final FileChannel channel;
  private final Path path;
  private final FileStatus opened;

  FileDescriptor(
      FileChannel channel, Path path, FileStatus opened, Rights rights, DescriptorFlags flags) {
    super(FileType.REGULAR_FILE, rights, Rights.NONE, flags);
    this.channel = channel;
    this.path = path;
    this.opened = opened;
  }

  @Override
  public long read(ByteBuffer[] buffers) throws IOException {
    require(Right.FD_READ);
    return channel.read(buffers);
  }

  @Override
  public long read(ByteBuffer[] buffers, long position) throws IOException {
    require(Right.FD_READ);
    require(Right.FD_SEEK);
    checkPosition(position);
    long total = 0;
    for (ByteBuffer buffer : buffers) {
      int wanted = buffer.remaining();
      int count = channel.read(buffer, position + total);
      total += Math.max(0, count);
      if (count < wanted) {
        break;
      }
    }
    return total;
  }

  @Override
  public synchronized long write(ByteBuffer[] buffers) throws IOException {
    require(Right.FD_WRITE);
    if (flags().append()) {
      channel.position(channel.size());
    }
    return channel.write(buffers);
  }

  @Override
  public long write(ByteBuffer[] buffers, long position) throws IOException {
    require(Right.FD_WRITE);
    require(Right.FD_SEEK);
    checkPosition(position);
    long total = 0;
    for (ByteBuffer buffer : buffers) {
      total += channel.write(buffer, position + total);
    }
    return total;
  }

  /** Moves the current position; returns the new one. */
  public synchronized long seek(long delta, Whence whence) throws IOException {
    boolean asksOnly = delta == 0 && whence == Whence.CURRENT;
    if (!asksOnly || !allows(Right.FD_TELL)) {
      require(Right.FD_SEEK);
    }
    long origin =
        switch (whence) {
          case SET -> 0;
          case CURRENT -> channel.position();
          case END -> channel.size();
        };
    long position = origin + delta;
    boolean overflows = delta > 0 && position < origin;
    if (position < 0 || overflows) {
      throw new ErrnoException(Errno.INVAL);
    }
    if (!asksOnly) {
      channel.position(position);
    }
    return position;
  }

  /** The current position. */
  public long tell() throws IOException {
    require(Right.FD_TELL);
    return channel.position();
  }

  /** Makes the file exactly so long; what is new is zero. */
  public synchronized void resize(long size) throws IOException {
    require(Right.FD_FILESTAT_SET_SIZE);
    checkPosition(size);
    if (size > channel.size()) {
      extend(size);
    } else {
      long position = channel.position();
      channel.truncate(size);
      // Java moves the position back to the new end, WASI does not.
      channel.position(position);
    }
  }

  /** Makes the file at least so long that it has {@code length} bytes at {@code offset}. */
  public synchronized void allocate(long offset, long length) throws IOException {
    require(Right.FD_ALLOCATE);
    checkPosition(offset);
    if (length <= 0) {
      throw new ErrnoException(Errno.INVAL);
    }
    if (offset > Long.MAX_VALUE - length) {
      throw new ErrnoException(Errno.FBIG);
    }
    if (offset + length > channel.size()) {
      extend(offset + length);
    }
  }

  private void extend(long size) throws IOException {
    channel.write(ByteBuffer.allocate(1), size - 1);
  }

  @Override
  public void synchronize(boolean statusToo) throws IOException {
    super.synchronize(statusToo);
    channel.force(statusToo);
  }

  @Override
  public void setTimes(TimeChange change) throws IOException {
    require(Right.FD_FILESTAT_SET_TIMES);
    if (!isWhereItWas()) {
      throw new ErrnoException(Errno.NOTSUP);
    }
    HostStatus.setTimes(path, change);
  }

  @Override
  public FileStatus fileStatus() throws IOException {
    require(Right.FD_FILESTAT_GET);
    if (isWhereItWas()) {
      return HostStatus.of(path);
    }
    return new FileStatus(
        opened.device(),
        opened.inode(),
        type(),
        0,
        channel.size(),
        opened.accessed(),
        opened.modified(),
        opened.changed());
  }

  /** Whether the name with which it was opened still leads to it. */
  private boolean isWhereItWas() throws IOException {
    try {
      FileStatus now = HostStatus.of(path);
      return now.inode() == opened.inode() && now.device() == opened.device();
    } catch (NoSuchFileException e) {
      return false;
    }
  }

  @Override
  public long available() throws IOException {
    return Math.max(0, channel.size() - channel.position());
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  @Override
  public FileDescriptor asFile() {
    return this;
  }

  private static void checkPosition(long position) throws ErrnoException {
    if (position < 0) {
      throw new ErrnoException(Errno.INVAL);
    }
  }
}
