package dev.wasmscope.engine.wasi.file;

import dev.wasmscope.engine.wasi.abi.DescriptorFlags;
import dev.wasmscope.engine.wasi.abi.FileStatus;
import dev.wasmscope.engine.wasi.abi.FileType;
import dev.wasmscope.engine.wasi.abi.Right;
import dev.wasmscope.engine.wasi.abi.Rights;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;

/** Standard output or standard error. */
public final class OutputDescriptor extends Descriptor {
  private static final int CHUNK = 1 << 16;

  private final OutputStream stream;

  /**
   * A descriptor that writes to the stream.
   *
   * @param terminal whether programs are told that it is one
   */
  public OutputDescriptor(OutputStream stream, boolean terminal) {
    super(FileType.ofStream(terminal), Rights.OUTPUT, Rights.NONE, DescriptorFlags.NONE);
    this.stream = stream;
  }

  @Override
  public long write(ByteBuffer[] buffers) throws IOException {
    require(Right.FD_WRITE);
    long written = 0;
    for (ByteBuffer buffer : buffers) {
      written += buffer.remaining();
      while (buffer.hasRemaining()) {
        byte[] bytes = new byte[Math.min(buffer.remaining(), CHUNK)];
        buffer.get(bytes);
        stream.write(bytes);
      }
    }
    // Whoever steps through the program wants to see at once what it printed.
    stream.flush();
    return written;
  }

  @Override
  public FileStatus fileStatus() {
    return FileStatus.ofStream(type());
  }
}
