package dev.wasmscope.benchmark.peer;

import dev.wasmscope.engine.Engine;
import dev.wasmscope.engine.breakpoint.Breakpoint;
import dev.wasmscope.engine.breakpoint.IndexOrName;
import dev.wasmscope.engine.breakpoint.Target;
import dev.wasmscope.engine.debug.Breakpoints;
import dev.wasmscope.engine.debug.DebugEvent;
import dev.wasmscope.engine.debug.DebugSession;
import dev.wasmscope.engine.debug.Program;
import dev.wasmscope.engine.debuginfo.LineTable;
import dev.wasmscope.engine.probe.WasmThread;
import dev.wasmscope.engine.runtime.FunctionInstance;
import dev.wasmscope.engine.runtime.Instance;
import dev.wasmscope.engine.runtime.Value;
import dev.wasmscope.wasm.binary.BinaryReader;
import dev.wasmscope.wasm.instr.FeatureSet;
import dev.wasmscope.wasm.module.Module;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/**
 * This engine: {@code WasmscopePeer KERNEL.wasm compiled|interpreter}. A debugger is attached, a
 * breakpoint is armed at the function {@code elsewhere}, and the run can be paused at any moment.
 */
public final class WasmscopePeer implements Program {

  private static final int ELSEWHERE = 0;

  private final Engine engine;
  private final Module module;

  private WasmscopePeer(Engine engine, Module module) {
    this.engine = engine;
    this.module = module;
  }

  public static void main(String[] args) throws IOException, InterruptedException {
    Engine engine = Engine.builder().compiles(args[1].equals("compiled")).build();
    Module module =
        BinaryReader.read(Files.readAllBytes(Path.of(args[0])), FeatureSet.ALL).module();
    Breakpoints breakpoints = new Breakpoints(engine.store(), engine.probes(), LineTable.NONE);
    Target elsewhere = new Target.AtFunction(new IndexOrName.Index(ELSEWHERE), Target.When.ENTRY);
    breakpoints.set(List.of(Breakpoint.of(1, elsewhere)));
    DebugSession session =
        new DebugSession(
            engine.mainThread(), new WasmscopePeer(engine, module), breakpoints, LineTable.NONE);
    CountDownLatch over = new CountDownLatch(1);
    session.addListener(
        event -> {
          if (event instanceof DebugEvent.Stopped || event instanceof DebugEvent.Ended) {
            System.err.println(event);
            over.countDown();
          }
        });
    session.start(false);
    over.await();
  }

  @Override
  public Instance instantiate(WasmThread thread) {
    return engine.instantiate(module, engine.imports());
  }

  @Override
  public List<Value> run(WasmThread thread, Instance instance) {
    FunctionInstance run = instance.exportedFunction("run").orElseThrow();
    try {
      PeerLoop.serveHere(n -> number(thread.invoke(run, List.of(Value.i32(n))).getFirst()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return List.of();
  }

  private static double number(Value value) {
    return switch (value) {
      case Value.I32 i32 -> i32.value();
      case Value.F64 f64 -> f64.value();
      default -> throw new IllegalArgumentException("a kernel gives an i32 or an f64");
    };
  }
}
