package dev.wasmscope.engine.wasi;

import dev.wasmscope.engine.wasi.abi.Errno;
import dev.wasmscope.engine.wasi.abi.ErrnoException;
import dev.wasmscope.engine.wasi.file.DescriptorTable;
import java.util.List;

/** Sockets: a program of preview 1 cannot open one, and none is granted. */
final class SocketCalls {
  private final DescriptorTable descriptors;

  SocketCalls(DescriptorTable descriptors) {
    this.descriptors = descriptors;
  }

  List<WasiFunction> functions() {
    return List.of(
        WasiFunction.of("sock_accept", "iii", this::refuse),
        WasiFunction.of("sock_recv", "iiiiii", this::refuse),
        WasiFunction.of("sock_send", "iiiii", this::refuse),
        WasiFunction.of("sock_shutdown", "ii", this::refuse));
  }

  private void refuse(WasiCall call) throws ErrnoException {
    descriptors.get(call.i32(0));
    throw new ErrnoException(Errno.NOTSOCK);
  }
}
