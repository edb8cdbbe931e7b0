package dev.wasmscope.engine.wasi;

import dev.wasmscope.engine.runtime.Executor;
import dev.wasmscope.engine.runtime.Extern;
import dev.wasmscope.engine.runtime.FunctionInstance;
import dev.wasmscope.engine.runtime.HostCall;
import dev.wasmscope.engine.runtime.Imports;
import dev.wasmscope.engine.runtime.Instance;
import dev.wasmscope.engine.runtime.Linker;
import dev.wasmscope.engine.runtime.MemoryInstance;
import dev.wasmscope.engine.runtime.Store;
import dev.wasmscope.engine.runtime.Value;
import dev.wasmscope.wasm.module.Import;
import dev.wasmscope.wasm.module.Spans;
import dev.wasmscope.wasm.source.Span;
import dev.wasmscope.wasm.type.FuncType;
import dev.wasmscope.wasm.type.MemoryType;
import dev.wasmscope.wasm.type.NumType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * wasi-threads: a program starts a thread with {@code wasi.thread-spawn}. The thread is another
 * instance of the module, with the same imports (among them the shared memory), whose export {@code
 * wasi_thread_start} is called with the thread's number and what the program passed.
 */
public final class WasiThreads {

  /** The module name under which programs import the function. */
  public static final String MODULE = "wasi";

  private static final String START = "wasi_thread_start";
  private static final int MOST_THREADS = 0x1fff_ffff;
  private static final int REFUSED = -1;
  private static final FuncType SPAWN = new FuncType(List.of(NumType.I32), List.of(NumType.I32));
  private static final Spans NOWHERE = _ -> Span.at(0);

  private final Store store;
  private final ThreadHost host;
  private final AtomicInteger last = new AtomicInteger();
  private final Map<String, MemoryInstance> memories = new ConcurrentHashMap<>();

  /** Threads for the programs of a store. */
  public WasiThreads(Store store, ThreadHost host) {
    this.store = store;
    this.host = host;
  }

  /**
   * Offers the function that starts threads; also makes each shared memory that a module imports
   * and that nobody else offers, once for all threads.
   */
  public void provide(Imports imports) {
    imports.function(MODULE, "thread-spawn", SPAWN, call -> spawn(call, imports));
    imports.orElse((_, wanted) -> sharedMemory(wanted));
  }

  private Optional<Extern> sharedMemory(Import wanted) {
    if (wanted.type() instanceof MemoryType type && type.shared()) {
      String name = wanted.module() + "\0" + wanted.name();
      return Optional.of(memories.computeIfAbsent(name, _ -> new MemoryInstance(store, type)));
    }
    return Optional.empty();
  }

  private void spawn(HostCall call, Imports imports) {
    int argument = call.i32(0);
    call.returnI32(
        call.caller()
            .filter(instance -> instance.exportedFunction(START).isPresent())
            .map(instance -> start(instance, imports, argument))
            .orElse(REFUSED));
  }

  private int start(Instance parent, Imports imports, int argument) {
    int number = last.incrementAndGet();
    boolean started =
        number <= MOST_THREADS
            && host.start(
                "thread " + number, executor -> run(executor, parent, imports, number, argument));
    return started ? number : REFUSED;
  }

  private void run(Executor executor, Instance parent, Imports imports, int number, int argument) {
    Instance instance = new Linker(store, executor).instantiate(parent.module(), NOWHERE, imports);
    FunctionInstance start = instance.exportedFunction(START).orElseThrow();
    executor.invoke(start, List.of(Value.i32(number), Value.i32(argument)));
  }
}
