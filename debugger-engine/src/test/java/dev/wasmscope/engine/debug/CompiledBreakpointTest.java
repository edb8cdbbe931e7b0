package dev.wasmscope.engine.debug;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wasmscope.engine.breakpoint.Access;
import dev.wasmscope.engine.breakpoint.Breakpoint;
import dev.wasmscope.engine.breakpoint.IndexOrName;
import dev.wasmscope.engine.breakpoint.Target;
import dev.wasmscope.engine.debuginfo.LineTable;
import dev.wasmscope.engine.interp.Interpreter;
import dev.wasmscope.engine.jit.Jit;
import dev.wasmscope.engine.probe.FrameView;
import dev.wasmscope.engine.probe.Probes;
import dev.wasmscope.engine.probe.WasmThread;
import dev.wasmscope.engine.runtime.Imports;
import dev.wasmscope.engine.runtime.Instance;
import dev.wasmscope.engine.runtime.Linker;
import dev.wasmscope.engine.runtime.Store;
import dev.wasmscope.engine.runtime.StoreLimits;
import dev.wasmscope.engine.runtime.Value;
import dev.wasmscope.engine.runtime.WasmFunction;
import dev.wasmscope.engine.tier.Departure;
import dev.wasmscope.engine.tier.Fuel;
import dev.wasmscope.wasm.binary.CodeReader;
import dev.wasmscope.wasm.instr.FeatureSet;
import dev.wasmscope.wasm.instr.Opcode;
import dev.wasmscope.wasm.source.Span;
import dev.wasmscope.wasm.text.WatParser;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Breakpoints in code that is compiled from its first call. */
@Timeout(60)
class CompiledBreakpointTest {

  private static final String PROGRAM =
      """
      (module
        (memory 1)
        (global $stop (export "stop") (mut i32) (i32.const 0))
        (func (export "sum") (param $n i32) (result i32) (local $i i32) (local $sum i32)
          (loop $l
            (local.set $i (i32.add (local.get $i) (i32.const 1)))
            (local.set $sum (i32.mul (i32.add (local.get $sum) (local.get $i)) (i32.const 3)))
            (br_if $l (i32.lt_u (local.get $i) (local.get $n))))
          (local.get $sum))
        (func (export "spin") (result i32) (local $rounds i32)
          (loop $l
            (local.set $rounds (i32.add (local.get $rounds) (i32.const 1)))
            (drop (i32.mul (local.get $rounds) (i32.const 2)))
            (br_if $l (i32.eqz (global.get $stop))))
          (i32.const 42))
        (func (export "fill") (param $n i32) (local $i i32)
          (loop $l
            (i64.store offset=8 (local.get $i) (i64.extend_i32_u (local.get $i)))
            (if (i32.eq (local.get $i) (local.get $n)) (then (global.set $stop (i32.const 0))))
            (drop (i32.load (local.get $i)))
            (br_if $l (i32.lt_u (local.tee $i (i32.add (local.get $i) (i32.const 4)))
              (i32.const 4000))))))
      """;

  private final Store store = new Store(StoreLimits.DEFAULT);
  private final Probes probes = new Probes();
  private final Jit jit = new Jit(Runnable::run, Fuel.UNLIMITED);
  private final Interpreter gear = new Interpreter(store, probes, jit, 0, Fuel.UNLIMITED);
  private final WasmThread thread = gear.newThread("main");
  private final Instance instance;
  private final Breakpoints breakpoints = new Breakpoints(store, probes, LineTable.NONE);
  private final BlockingQueue<String> stops = new LinkedBlockingQueue<>();

  CompiledBreakpointTest() {
    var parsed = WatParser.parse(PROGRAM.getBytes(StandardCharsets.UTF_8), FeatureSet.ALL);
    assertEquals(List.of(), parsed.diagnostics());
    instance =
        new Linker(store, thread).instantiate(parsed.module(), _ -> Span.at(0), new Imports(store));
    thread.stopHandler((stopped, _) -> stops.add(describe(stopped.top().orElseThrow())));
  }

  private static String describe(FrameView frame) {
    StringBuilder text = new StringBuilder(frame.function().name());
    for (int i = 0; i < frame.localCount(); i++) {
      text.append(' ').append(frame.localBits(i));
    }
    return text + " " + frame.operands();
  }

  /** At the multiplication, with both of its operands on the stack. */
  private Breakpoint atMultiplication(int function) {
    var body = ((WasmFunction) instance.function(function)).definition().body();
    CodeReader code = CodeReader.ofBody(body);
    while (code.next() != Opcode.I32_MUL) {
      assertTrue(code.nextOffset() < body.length());
    }
    return Breakpoint.of(
        1,
        new Target.AtPlace(
            new IndexOrName.Index(function),
            OptionalInt.of(code.offset()),
            OptionalInt.empty(),
            ""));
  }

  private List<Value> call(String name, Value... arguments) {
    return thread.invoke(instance.exportedFunction(name).orElseThrow(), List.of(arguments));
  }

  @Test
  void itIsHitWhereItsConditionIsTrueAndNowhereElse() {
    List<Value> expected = call("sum", Value.i32(1000));
    breakpoints.set(List.of(atMultiplication(0).withCondition("$i == 2 || $i == 900")));
    assertEquals(expected, call("sum", Value.i32(1000)));
    assertEquals(2, stops.size());
    assertEquals("sum 1000 2 3 [i32.const 5, i32.const 3]", stops.remove());
    assertTrue(stops.remove().startsWith("sum 1000 900 "));
    assertEquals(2, gear.departed().get(Departure.PROBES));
    assertEquals(2, breakpoints.statuses().getFirst().hits());
    breakpoints.set(List.of(atMultiplication(0).withCondition("$i < 0")));
    assertEquals(expected, call("sum", Value.i32(1000)));
    assertEquals(2, gear.departed().get(Departure.PROBES));
  }

  @Test
  void watchedMemoryIsTouched() {
    call("fill", Value.i32(40));
    breakpoints.set(
        List.of(
            Breakpoint.of(1, new Target.OnMemory(new IndexOrName.Index(0), 1002, 1, Access.WRITE)),
            Breakpoint.of(2, new Target.OnMemory(new IndexOrName.Index(0), 84, 4, Access.READ)),
            Breakpoint.of(3, new Target.OnGlobal(new IndexOrName.Index(0), Access.WRITE))));
    call("fill", Value.i32(40));
    assertEquals(
        List.of(
            "fill 40 40 [i32.const 0]",
            "fill 40 84 [i32.const 84]",
            "fill 40 988 [i32.const 988, i64.const 988]",
            "fill 40 992 [i32.const 992, i64.const 992]"),
        List.copyOf(stops));
    assertEquals(4, gear.departed().get(Departure.PROBES));
  }

  @Test
  void aConditionThatFailsStops() {
    breakpoints.set(List.of(atMultiplication(0).withCondition("i32@(0 - $i) == 1")));
    call("sum", Value.i32(3));
    assertEquals(3, stops.size());
  }

  @Test
  void itIsHitAndTakenAwayInALoopThatRuns() throws Exception {
    CompletableFuture<List<Value>> end = CompletableFuture.supplyAsync(() -> call("spin"));
    awaitCompiled(1);
    breakpoints.set(List.of(atMultiplication(1)));
    String first = stops.poll(20, TimeUnit.SECONDS);
    assertNotNull(first);
    String second = stops.poll(20, TimeUnit.SECONDS);
    assertNotNull(second);
    assertEquals(rounds(first) + 1, rounds(second));
    breakpoints.set(List.of());
    awaitCompiled(2);
    instance.global(0).bits = 1;
    assertEquals(List.of(Value.i32(42)), end.get(20, TimeUnit.SECONDS));
  }

  private static int rounds(String stop) {
    return Integer.parseInt(stop.split(" ", -1)[1]);
  }

  private void awaitCompiled(int units) throws InterruptedException {
    while (jit.report().functions() + jit.report().loops() < units) {
      Thread.onSpinWait();
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
    }
  }
}
