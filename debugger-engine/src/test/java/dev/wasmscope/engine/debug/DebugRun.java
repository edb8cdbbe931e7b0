package dev.wasmscope.engine.debug;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import dev.wasmscope.engine.Engine;
import dev.wasmscope.engine.ProgramThreads;
import dev.wasmscope.engine.breakpoint.Breakpoint;
import dev.wasmscope.engine.breakpoint.IndexOrName;
import dev.wasmscope.engine.breakpoint.Target;
import dev.wasmscope.engine.probe.WasmThread;
import dev.wasmscope.engine.runtime.HostCode;
import dev.wasmscope.engine.runtime.Imports;
import dev.wasmscope.engine.runtime.Instance;
import dev.wasmscope.engine.runtime.Linker;
import dev.wasmscope.engine.runtime.MemoryInstance;
import dev.wasmscope.engine.runtime.Value;
import dev.wasmscope.engine.wasi.WasiThreads;
import dev.wasmscope.wasm.instr.FeatureSet;
import dev.wasmscope.wasm.module.Place;
import dev.wasmscope.wasm.text.ParsedModule;
import dev.wasmscope.wasm.text.WatParser;
import dev.wasmscope.wasm.type.FuncType;
import dev.wasmscope.wasm.type.ValType;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A program in the text format under a debugger, and what a test asks of it. */
final class DebugRun implements AutoCloseable {

  private static final int PATIENCE_SECONDS = 20;

  final DebugSession session;

  private final ParsedModule parsed;
  private final Engine engine = Engine.builder().build();
  private final ProgramThreads threads = new ProgramThreads(engine);
  private final Imports imports = engine.imports();
  private final LineLookup lines;
  private final BlockingQueue<DebugEvent> events = new LinkedBlockingQueue<>();
  private final BlockingQueue<String> logs = new LinkedBlockingQueue<>();

  private DebugRun(String wat, String export, Value... args) {
    parsed = WatParser.parse(wat.getBytes(StandardCharsets.UTF_8), FeatureSet.ALL);
    assertEquals(List.of(), parsed.diagnostics());
    lines = new LineLookup(wat, new TextLines(parsed.map()));
    Breakpoints breakpoints = new Breakpoints(engine.store(), engine.probes(), lines.table());
    session =
        new DebugSession(
            engine.mainThread(), new Call(export, List.of(args)), breakpoints, lines.table());
    session.addListener(this::heard);
    threads.addListener(session.threads());
    new WasiThreads(engine.store(), threads).provide(imports);
  }

  /** A program that calls an export. */
  static DebugRun of(String wat, String export, Value... args) {
    return new DebugRun(wat, export, args);
  }

  /** Provides the import {@code host.NAME}. */
  DebugRun host(String name, List<ValType> params, List<ValType> results, HostCode code) {
    imports.function("host", name, new FuncType(params, results), code);
    return this;
  }

  private final class Call implements Program {

    private final String export;
    private final List<Value> args;

    private Call(String export, List<Value> args) {
      this.export = export;
      this.args = args;
    }

    @Override
    public Instance instantiate(WasmThread thread) {
      return new Linker(engine.store(), thread).instantiate(parsed.module(), parsed.map(), imports);
    }

    @Override
    public List<Value> run(WasmThread thread, Instance instance) {
      try {
        return threads.main(
            () -> thread.invoke(instance.exportedFunction(export).orElseThrow(), args));
      } finally {
        threads.close();
      }
    }
  }

  private void heard(DebugEvent event) {
    if (event instanceof DebugEvent.Logged(int id, String message)) {
      logs.add("#" + id + " " + message);
    } else {
      events.add(event);
    }
  }

  /** Sets breakpoints without conditions, numbered from 1. */
  DebugRun breakAt(Target... targets) {
    Breakpoint[] breakpoints = new Breakpoint[targets.length];
    for (int i = 0; i < targets.length; i++) {
      breakpoints[i] = Breakpoint.of(i + 1, targets[i]);
    }
    return with(breakpoints);
  }

  /** Replaces the breakpoints. */
  DebugRun with(Breakpoint... breakpoints) {
    session.breakpoints().set(List.of(breakpoints));
    return this;
  }

  /** The first line that contains {@code marker}. */
  int line(String marker) {
    return lines.of(marker);
  }

  /** The first instruction on the line that contains {@code marker}. */
  Place place(String marker) {
    return lines.table().placesOn(line(marker)).getFirst();
  }

  /** The first instruction on the line that contains {@code marker}, for a breakpoint. */
  Target at(String marker) {
    Place place = place(marker);
    return new Target.AtPlace(
        new IndexOrName.Index(place.function()),
        OptionalInt.of(place.offset()),
        OptionalInt.empty(),
        "");
  }

  static Target entry(String function) {
    return new Target.AtFunction(new IndexOrName.Name(function), Target.When.ENTRY);
  }

  static Target exit(String function) {
    return new Target.AtFunction(new IndexOrName.Name(function), Target.When.EXIT);
  }

  /** Starts the program. */
  DebugRun start() {
    session.start(false);
    return this;
  }

  /** Starts the program and waits until it stands before its first instruction. */
  DebugRun startAtEntry() {
    session.start(true);
    assertInstanceOf(StopReason.Entry.class, awaitStop().reason());
    return this;
  }

  /** Waits until the program stops. */
  Snapshot awaitStop() {
    return assertInstanceOf(DebugEvent.Stopped.class, next()).snapshot();
  }

  /** Waits until the program stops, and checks where and why. */
  Snapshot awaitStop(String marker, Class<? extends StopReason> reason) {
    Snapshot snapshot = awaitStop();
    assertInstanceOf(reason, snapshot.reason(), snapshot.reason().sentence());
    assertEquals(marker + " in line " + line(marker), marker + " in line " + lineOf(snapshot));
    return snapshot;
  }

  /** Waits until the program stops at these breakpoints. */
  Snapshot awaitBreak(String marker, Integer... ids) {
    Snapshot snapshot = awaitStop(marker, StopReason.Breakpoint.class);
    assertEquals(List.of(ids), ((StopReason.Breakpoint) snapshot.reason()).ids());
    return snapshot;
  }

  int lineOf(Snapshot snapshot) {
    return lines.table().lineOf(snapshot.top().place().orElseThrow()).orElse(0);
  }

  /** Waits until the program stops or ends. */
  DebugEvent awaitStopOrEnd() {
    return next();
  }

  /** A thread that is idle. */
  WasmThread newThread() {
    return engine.newThread("other");
  }

  /** Waits until the program ends. */
  Outcome awaitEnd() {
    return assertInstanceOf(DebugEvent.Ended.class, next()).outcome();
  }

  /** Waits until the program returns these values. */
  void awaitReturn(Value... results) {
    assertEquals(new Outcome.Returned(List.of(results)), awaitEnd());
  }

  private DebugEvent next() {
    while (true) {
      DebugEvent event = poll(events);
      if (!(event instanceof DebugEvent.Resumed || event instanceof DebugEvent.Changed)) {
        return event;
      }
    }
  }

  /** Waits for a message of a log breakpoint. */
  String awaitLog() {
    return poll(logs);
  }

  /** Messages of log breakpoints that were not awaited yet. */
  List<String> logs() {
    return List.copyOf(logs);
  }

  private static <T> T poll(BlockingQueue<T> queue) {
    try {
      return something(queue.poll(PATIENCE_SECONDS, TimeUnit.SECONDS));
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static <T> T something(T value) {
    assertNotNull(value, "nothing happens");
    return value;
  }

  /** Waits until an edit is done; what it failed with is thrown. */
  static <T> T await(Future<T> edit) throws ExecutionException {
    try {
      return edit.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException | TimeoutException e) {
      throw new AssertionError(e);
    }
  }

  MemoryInstance memory() {
    return session.instance().orElseThrow().memory(0);
  }

  List<BreakpointStatus> statuses() {
    return session.breakpoints().statuses();
  }

  @Override
  public void close() {
    session.close();
  }

  /** Finds lines by what is written on them. */
  private record LineLookup(String text, TextLines table) {
    int of(String marker) {
      int at = text.indexOf(marker);
      assertEquals(true, at >= 0, marker);
      return (int) text.substring(0, at).lines().count() + (startsLine(at) ? 1 : 0);
    }

    private boolean startsLine(int at) {
      return at == 0 || text.charAt(at - 1) == '\n';
    }
  }
}
