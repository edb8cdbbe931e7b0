package dev.wasmscope.engine.wasi.file;

import dev.wasmscope.engine.wasi.abi.DescriptorFlags;
import dev.wasmscope.engine.wasi.abi.Errno;
import dev.wasmscope.engine.wasi.abi.ErrnoException;
import dev.wasmscope.engine.wasi.abi.FileStatus;
import dev.wasmscope.engine.wasi.abi.FileType;
import dev.wasmscope.engine.wasi.abi.Right;
import dev.wasmscope.engine.wasi.abi.Rights;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;

/** Standard input. */
public final class InputDescriptor extends Descriptor {
  private static final int MOST_BYTES = 1 << 16;

  private final InputStream stream;

  /**
   * A descriptor that reads from the stream.
   *
   * @param terminal whether programs are told that it is one
   */
  public InputDescriptor(InputStream stream, boolean terminal) {
    super(FileType.ofStream(terminal), Rights.INPUT, Rights.NONE, DescriptorFlags.NONE);
    this.stream = stream;
  }

  @Override
  public long read(ByteBuffer[] buffers) throws IOException {
    require(Right.FD_READ);
    if (buffers.length == 0) {
      return 0;
    }
    if (flags().nonBlocking() && stream.available() == 0) {
      throw new ErrnoException(Errno.AGAIN);
    }
    // One buffer at a time: to fill a second one might mean to wait for what nobody types.
    byte[] bytes = new byte[Math.min(buffers[0].remaining(), MOST_BYTES)];
    int count = stream.read(bytes);
    if (count > 0) {
      buffers[0].put(bytes, 0, count);
    }
    return count;
  }

  @Override
  public FileStatus fileStatus() {
    return FileStatus.ofStream(type());
  }

  @Override
  public long available() throws IOException {
    return stream.available();
  }
}
