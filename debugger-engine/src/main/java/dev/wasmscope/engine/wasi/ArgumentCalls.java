package dev.wasmscope.engine.wasi;

import dev.wasmscope.engine.wasi.abi.ErrnoException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Arguments and environment: two lists of texts, each ended by a zero byte. */
final class ArgumentCalls {
  private final List<byte[]> args;
  private final List<byte[]> environment;

  ArgumentCalls(List<String> args, Map<String, String> environment) {
    this.args = args.stream().map(ArgumentCalls::ended).toList();
    this.environment =
        environment.entrySet().stream()
            .map(entry -> ended(entry.getKey() + "=" + entry.getValue()))
            .toList();
  }

  private static byte[] ended(String text) {
    return (text + '\0').getBytes(StandardCharsets.UTF_8);
  }

  List<WasiFunction> functions() {
    return List.of(
        WasiFunction.of("args_get", "ii", call -> get(args, call)),
        WasiFunction.of("args_sizes_get", "ii", call -> sizes(args, call)),
        WasiFunction.of("environ_get", "ii", call -> get(environment, call)),
        WasiFunction.of("environ_sizes_get", "ii", call -> sizes(environment, call)));
  }

  private static void get(List<byte[]> texts, WasiCall call) throws ErrnoException {
    long pointer = call.u32(0);
    long text = call.u32(1);
    for (byte[] bytes : texts) {
      call.memory().putI32(pointer, text);
      call.memory().put(text, bytes);
      pointer += 4;
      text += bytes.length;
    }
  }

  private static void sizes(List<byte[]> texts, WasiCall call) throws ErrnoException {
    call.memory().putI32(call.u32(0), texts.size());
    call.memory().putI32(call.u32(1), texts.stream().mapToLong(bytes -> bytes.length).sum());
  }
}
