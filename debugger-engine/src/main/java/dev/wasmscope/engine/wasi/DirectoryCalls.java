package dev.wasmscope.engine.wasi;

import dev.wasmscope.engine.wasi.file.DescriptorTable;
import dev.wasmscope.engine.wasi.file.DirectoryDescriptor;
import dev.wasmscope.engine.wasi.file.DirectoryEntry;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Listing a directory. */
final class DirectoryCalls {
  private static final int HEADER = 24;

  private final DescriptorTable descriptors;

  DirectoryCalls(DescriptorTable descriptors) {
    this.descriptors = descriptors;
  }

  List<WasiFunction> functions() {
    return List.of(WasiFunction.of("fd_readdir", "iiiIi", this::readDirectory));
  }

  // Fills the buffer to its end; an entry that does not fit is cut off, and the program asks for it
  // again with the cookie of the one before.
  private void readDirectory(WasiCall call) throws IOException {
    DirectoryDescriptor directory = descriptors.get(call.i32(0)).asDirectory();
    long result = call.result(4, 4);
    long buffer = call.u32(1);
    long length = call.u32(2);
    call.memory().check(buffer, length);
    long cookie = call.i64(3);
    long used = 0;
    for (DirectoryEntry entry : directory.entries(cookie)) {
      if (used == length) {
        break;
      }
      byte[] bytes = encode(entry, ++cookie);
      int count = (int) Math.min(bytes.length, length - used);
      call.memory().put(buffer + used, bytes, count);
      used += count;
    }
    call.memory().putI32(result, used);
  }

  private static byte[] encode(DirectoryEntry entry, long next) {
    byte[] name = entry.name().getBytes(StandardCharsets.UTF_8);
    ByteBuffer bytes = ByteBuffer.allocate(HEADER + name.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putLong(next).putLong(entry.inode()).putInt(name.length).putInt(entry.type().code());
    return bytes.put(name).array();
  }
}
