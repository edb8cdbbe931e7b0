package dev.wasmscope.engine.wasi;

import dev.wasmscope.engine.wasi.abi.DescriptorFlags;
import dev.wasmscope.engine.wasi.abi.ErrnoException;
import dev.wasmscope.engine.wasi.abi.FileStatus;
import dev.wasmscope.engine.wasi.abi.OpenFlags;
import dev.wasmscope.engine.wasi.abi.Rights;
import dev.wasmscope.engine.wasi.abi.TimeChange;
import dev.wasmscope.engine.wasi.file.DescriptorTable;
import dev.wasmscope.engine.wasi.file.DirectoryDescriptor;
import dev.wasmscope.engine.wasi.file.FileOpener;
import dev.wasmscope.engine.wasi.file.PathOperations;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What is done with names: opening, making, renaming, removing. */
final class PathCalls {
  private final DescriptorTable descriptors;
  private final PathOperations paths;
  private final WasiClock clock;

  PathCalls(DescriptorTable descriptors, WasiClock clock) {
    this.descriptors = descriptors;
    this.paths = new PathOperations(descriptors);
    this.clock = clock;
  }

  List<WasiFunction> functions() {
    return List.of(
        WasiFunction.of("path_open", "iiiiiIIii", this::open),
        WasiFunction.of("path_create_directory", "iii", this::createDirectory),
        WasiFunction.of("path_remove_directory", "iii", this::removeDirectory),
        WasiFunction.of("path_unlink_file", "iii", this::unlink),
        WasiFunction.of("path_rename", "iiiiii", this::rename),
        WasiFunction.of("path_link", "iiiiiii", this::link),
        WasiFunction.of("path_symlink", "iiiii", this::symlink),
        WasiFunction.of("path_readlink", "iiiiii", this::readLink),
        WasiFunction.of("path_filestat_get", "iiiii", this::status),
        WasiFunction.of("path_filestat_set_times", "iiiiIIi", this::setTimes));
  }

  private DirectoryDescriptor directory(WasiCall call, int argument) throws ErrnoException {
    return descriptors.get(call.i32(argument)).asDirectory();
  }

  private void open(WasiCall call) throws IOException {
    long result = call.result(8, 4);
    FileOpener opener =
        new FileOpener(
            directory(call, 0),
            call.path(2),
            call.followsLinks(1),
            OpenFlags.of(call.i32(4)),
            new Rights(call.i64(5)),
            new Rights(call.i64(6)),
            DescriptorFlags.of(call.i32(7)));
    call.memory().putI32(result, paths.open(opener));
  }

  private void createDirectory(WasiCall call) throws IOException {
    paths.createDirectory(directory(call, 0), call.path(1));
  }

  private void removeDirectory(WasiCall call) throws IOException {
    paths.removeDirectory(directory(call, 0), call.path(1));
  }

  private void unlink(WasiCall call) throws IOException {
    paths.unlink(directory(call, 0), call.path(1));
  }

  private void rename(WasiCall call) throws IOException {
    paths.rename(directory(call, 0), call.path(1), directory(call, 3), call.path(4));
  }

  private void link(WasiCall call) throws IOException {
    paths.link(
        directory(call, 0), call.path(2), call.followsLinks(1), directory(call, 4), call.path(5));
  }

  private void symlink(WasiCall call) throws IOException {
    paths.symlink(call.path(0), directory(call, 2), call.path(3));
  }

  private void readLink(WasiCall call) throws IOException {
    long result = call.result(5, 4);
    long buffer = call.u32(3);
    call.memory().check(buffer, call.u32(4));
    byte[] target =
        paths.readLink(directory(call, 0), call.path(1)).getBytes(StandardCharsets.UTF_8);
    int count = (int) Math.min(target.length, call.u32(4));
    call.memory().put(buffer, target, count);
    call.memory().putI32(result, count);
  }

  private void status(WasiCall call) throws IOException {
    long result = call.result(4, FileStatus.SIZE);
    FileStatus status = paths.status(directory(call, 0), call.path(2), call.followsLinks(1));
    status.write(call.memory(), result);
  }

  private void setTimes(WasiCall call) throws IOException {
    TimeChange change = DescriptorCalls.timeChange(call, 4, clock);
    paths.setTimes(directory(call, 0), call.path(2), call.followsLinks(1), change);
  }
}
