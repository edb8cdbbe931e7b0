package dev.wasmscope.engine.wasi;

import dev.wasmscope.engine.wasi.abi.ClockId;
import dev.wasmscope.engine.wasi.abi.DescriptorFlags;
import dev.wasmscope.engine.wasi.abi.Errno;
import dev.wasmscope.engine.wasi.abi.ErrnoException;
import dev.wasmscope.engine.wasi.abi.FileStatus;
import dev.wasmscope.engine.wasi.abi.Rights;
import dev.wasmscope.engine.wasi.abi.TimeChange;
import dev.wasmscope.engine.wasi.file.Descriptor;
import dev.wasmscope.engine.wasi.file.DescriptorTable;
import dev.wasmscope.engine.wasi.file.DirectoryDescriptor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What is known of a descriptor, and the table of descriptors itself. */
final class DescriptorCalls {
  private static final int PRESTAT_DIRECTORY = 0;

  private final DescriptorTable descriptors;
  private final WasiClock clock;

  DescriptorCalls(DescriptorTable descriptors, WasiClock clock) {
    this.descriptors = descriptors;
    this.clock = clock;
  }

  List<WasiFunction> functions() {
    return List.of(
        WasiFunction.of("fd_close", "i", call -> descriptors.close(call.i32(0))),
        WasiFunction.of(
            "fd_renumber", "ii", call -> descriptors.renumber(call.i32(0), call.i32(1))),
        WasiFunction.of("fd_fdstat_get", "ii", this::descriptorStatus),
        WasiFunction.of("fd_fdstat_set_flags", "ii", this::setFlags),
        WasiFunction.of("fd_fdstat_set_rights", "iII", this::setRights),
        WasiFunction.of("fd_filestat_get", "ii", this::fileStatus),
        WasiFunction.of("fd_filestat_set_size", "iI", this::setSize),
        WasiFunction.of("fd_filestat_set_times", "iIIi", this::setTimes),
        WasiFunction.of("fd_prestat_get", "ii", this::prestat),
        WasiFunction.of("fd_prestat_dir_name", "iii", this::prestatName));
  }

  private Descriptor descriptor(WasiCall call) throws ErrnoException {
    return descriptors.get(call.i32(0));
  }

  private void descriptorStatus(WasiCall call) throws ErrnoException {
    descriptor(call).descriptorStatus().write(call.memory(), call.u32(1));
  }

  private void setFlags(WasiCall call) throws ErrnoException {
    descriptor(call).changeFlags(DescriptorFlags.of(call.i32(1)));
  }

  private void setRights(WasiCall call) throws ErrnoException {
    descriptor(call).restrict(new Rights(call.i64(1)), new Rights(call.i64(2)));
  }

  private void fileStatus(WasiCall call) throws IOException {
    FileStatus status = descriptor(call).fileStatus();
    status.write(call.memory(), call.u32(1));
  }

  private void setSize(WasiCall call) throws IOException {
    descriptor(call).asFile().resize(call.i64(1));
  }

  private void setTimes(WasiCall call) throws IOException {
    Descriptor descriptor = descriptor(call);
    descriptor.setTimes(timeChange(call, 1, clock));
  }

  /** The change that an access time, a modification time and flags describe, in this order. */
  static TimeChange timeChange(WasiCall call, int argument, WasiClock clock) throws ErrnoException {
    int flags = call.i32(argument + 2);
    boolean needsNow = (flags & 0b1010) != 0;
    long now = needsNow ? clock.now(ClockId.REALTIME) : 0;
    return TimeChange.of(call.i64(argument), call.i64(argument + 1), flags, now);
  }

  private byte[] preopenedName(WasiCall call) throws ErrnoException {
    if (descriptor(call) instanceof DirectoryDescriptor directory) {
      return directory
          .preopenedAs()
          .map(name -> name.getBytes(StandardCharsets.UTF_8))
          .orElseThrow(() -> new ErrnoException(Errno.BADF));
    }
    throw new ErrnoException(Errno.BADF);
  }

  private void prestat(WasiCall call) throws ErrnoException {
    byte[] name = preopenedName(call);
    long result = call.result(1, 8);
    call.memory().putI32(result, PRESTAT_DIRECTORY);
    call.memory().putI32(result + 4, name.length);
  }

  private void prestatName(WasiCall call) throws ErrnoException {
    byte[] name = preopenedName(call);
    if (call.u32(2) < name.length) {
      throw new ErrnoException(Errno.NAMETOOLONG);
    }
    call.memory().put(call.u32(1), name);
  }
}
