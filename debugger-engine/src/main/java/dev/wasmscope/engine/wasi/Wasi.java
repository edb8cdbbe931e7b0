package dev.wasmscope.engine.wasi;

import dev.wasmscope.engine.policy.DirectoryGrant;
import dev.wasmscope.engine.runtime.HostCall;
import dev.wasmscope.engine.runtime.Imports;
import dev.wasmscope.engine.runtime.Instance;
import dev.wasmscope.engine.runtime.MemoryBytes;
import dev.wasmscope.engine.wasi.abi.Errno;
import dev.wasmscope.engine.wasi.abi.GuestMemory;
import dev.wasmscope.engine.wasi.file.DescriptorTable;
import dev.wasmscope.engine.wasi.file.DirectoryDescriptor;
import dev.wasmscope.engine.wasi.file.HostErrors;
import dev.wasmscope.engine.wasi.file.InputDescriptor;
import dev.wasmscope.engine.wasi.file.OutputDescriptor;
import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * WASI preview 1 for one program. Every call of the program arrives at {@link #call}: there its
 * outcome becomes an error number, whatever the program passed, and there ends what the host knows
 * of files and clocks.
 *
 * <p>Thread-safe, as programs may have threads. A call that waits (a read of standard input, a
 * time-out) ends with INTR when its thread is interrupted.
 */
public final class Wasi implements AutoCloseable {

  /** The module name under which programs import the functions. */
  public static final String MODULE = "wasi_snapshot_preview1";

  private final DescriptorTable descriptors = new DescriptorTable();
  private final Map<String, WasiFunction> functions = new LinkedHashMap<>();

  private Wasi(WasiConfiguration configuration) throws IOException {
    WasiClock clock = WasiClock.of(configuration.permissions().clock());
    RandomSource random = RandomSource.of(configuration.permissions().random());
    openDescriptors(configuration);
    Stream.of(
            new ArgumentCalls(configuration.allArgs(), configuration.permissions().environment())
                .functions(),
            new ClockCalls(clock).functions(),
            new TransferCalls(descriptors).functions(),
            new DescriptorCalls(descriptors, clock).functions(),
            new DirectoryCalls(descriptors).functions(),
            new PathCalls(descriptors, clock).functions(),
            new PollCalls(descriptors, clock).functions(),
            new ProcessCalls(random).functions(),
            new SocketCalls(descriptors).functions())
        .flatMap(List::stream)
        .forEach(function -> functions.put(function.name(), function));
  }

  /**
   * Opens the granted directories.
   *
   * @throws IOException if the host does not have one of them; its message is a sentence
   */
  public static Wasi open(WasiConfiguration configuration) throws IOException {
    return new Wasi(configuration);
  }

  private void openDescriptors(WasiConfiguration configuration) throws IOException {
    StandardStreams streams = configuration.streams();
    Set<Integer> terminals = streams.terminals();
    descriptors.add(new InputDescriptor(streams.input(), terminals.contains(0)));
    descriptors.add(new OutputDescriptor(streams.output(), terminals.contains(1)));
    descriptors.add(new OutputDescriptor(streams.error(), terminals.contains(2)));
    for (DirectoryGrant grant : configuration.permissions().directories()) {
      descriptors.add(DirectoryDescriptor.preopen(grant));
    }
  }

  /** Offers all functions to modules. */
  public void provide(Imports imports) {
    for (WasiFunction function : functions.values()) {
      imports.function(MODULE, function.name(), function::type, call -> serve(function, call));
    }
  }

  private void serve(WasiFunction function, HostCall call) {
    GuestMemory memory = new GuestMemory(memoryOf(call));
    long[] args = new long[function.params().length()];
    for (int i = 0; i < args.length; i++) {
      args[i] = call.i64(i);
    }
    Errno errno = call(function, new WasiCall(memory, args));
    call.wrote(memory.written());
    if (function.returnsErrno()) {
      call.returnI32(errno.code());
    }
  }

  private static MemoryBytes memoryOf(HostCall call) {
    Optional<Instance> caller = call.caller().filter(instance -> instance.memoryCount() > 0);
    return caller.map(instance -> instance.memory(0).bytes()).orElse(MemoryBytes.NONE);
  }

  /** The function with the given name. */
  WasiFunction function(String name) {
    return functions.get(name);
  }

  /** All functions, in a fixed order. */
  Collection<WasiFunction> functions() {
    return functions.values();
  }

  /** The one way through which all calls go. */
  Errno call(WasiFunction function, WasiCall call) {
    try {
      function.code().run(call);
      return Errno.SUCCESS;
    } catch (IOException e) {
      return HostErrors.errno(e);
    } catch (UnsupportedOperationException e) {
      return HostErrors.errno(e);
    }
  }

  /** Closes what the program left open. */
  @Override
  public void close() throws IOException {
    descriptors.closeAll();
  }
}
