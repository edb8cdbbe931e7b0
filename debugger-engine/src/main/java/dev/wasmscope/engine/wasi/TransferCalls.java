package dev.wasmscope.engine.wasi;

import dev.wasmscope.engine.wasi.abi.Errno;
import dev.wasmscope.engine.wasi.abi.ErrnoException;
import dev.wasmscope.engine.wasi.abi.IoVectors;
import dev.wasmscope.engine.wasi.abi.Right;
import dev.wasmscope.engine.wasi.abi.Whence;
import dev.wasmscope.engine.wasi.file.Descriptor;
import dev.wasmscope.engine.wasi.file.DescriptorTable;
import dev.wasmscope.engine.wasi.file.FileDescriptor;
import java.io.IOException;
import java.util.List;

/** Reading and writing, and moving within a file. */
final class TransferCalls {
  private static final int MOST_ADVICE = 5;

  private final DescriptorTable descriptors;

  TransferCalls(DescriptorTable descriptors) {
    this.descriptors = descriptors;
  }

  List<WasiFunction> functions() {
    return List.of(
        WasiFunction.of("fd_read", "iiii", this::read),
        WasiFunction.of("fd_pread", "iiiIi", this::readAt),
        WasiFunction.of("fd_write", "iiii", this::write),
        WasiFunction.of("fd_pwrite", "iiiIi", this::writeAt),
        WasiFunction.of("fd_seek", "iIii", this::seek),
        WasiFunction.of("fd_tell", "ii", this::tell),
        WasiFunction.of("fd_advise", "iIIi", this::advise),
        WasiFunction.of("fd_allocate", "iII", this::allocate),
        WasiFunction.of("fd_sync", "i", call -> descriptor(call).synchronize(true)),
        WasiFunction.of("fd_datasync", "i", call -> descriptor(call).synchronize(false)));
  }

  private Descriptor descriptor(WasiCall call) throws ErrnoException {
    return descriptors.get(call.i32(0));
  }

  private static IoVectors vectors(WasiCall call) throws ErrnoException {
    return IoVectors.of(call.memory(), call.u32(1), call.u32(2));
  }

  private void read(WasiCall call) throws IOException {
    Descriptor descriptor = descriptor(call);
    long result = call.result(3, 4);
    call.memory().putI32(result, vectors(call).fill(descriptor::read));
  }

  private void readAt(WasiCall call) throws IOException {
    Descriptor descriptor = descriptor(call);
    long result = call.result(4, 4);
    long position = call.i64(3);
    long count = vectors(call).fill(buffers -> descriptor.read(buffers, position));
    call.memory().putI32(result, count);
  }

  private void write(WasiCall call) throws IOException {
    Descriptor descriptor = descriptor(call);
    long result = call.result(3, 4);
    call.memory().putI32(result, vectors(call).drain(descriptor::write));
  }

  private void writeAt(WasiCall call) throws IOException {
    Descriptor descriptor = descriptor(call);
    long result = call.result(4, 4);
    long position = call.i64(3);
    long count = vectors(call).drain(buffers -> descriptor.write(buffers, position));
    call.memory().putI32(result, count);
  }

  private void seek(WasiCall call) throws IOException {
    FileDescriptor file = descriptor(call).asFile();
    long result = call.result(3, 8);
    call.memory().putI64(result, file.seek(call.i64(1), Whence.of(call.i32(2))));
  }

  private void tell(WasiCall call) throws IOException {
    FileDescriptor file = descriptor(call).asFile();
    call.memory().putI64(call.u32(1), file.tell());
  }

  private void advise(WasiCall call) throws ErrnoException {
    FileDescriptor file = descriptor(call).asFile();
    file.require(Right.FD_ADVISE);
    int advice = call.i32(3);
    if (advice < 0 || advice > MOST_ADVICE || call.i64(1) < 0 || call.i64(2) < 0) {
      throw new ErrnoException(Errno.INVAL);
    }
  }

  private void allocate(WasiCall call) throws IOException {
    descriptor(call).asFile().allocate(call.i64(1), call.i64(2));
  }
}
