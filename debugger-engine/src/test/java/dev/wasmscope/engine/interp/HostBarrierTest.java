package dev.wasmscope.engine.interp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wasmscope.engine.Engine;
import dev.wasmscope.engine.probe.ProbePoint;
import dev.wasmscope.engine.runtime.HostCall;
import dev.wasmscope.engine.runtime.HostCallListener;
import dev.wasmscope.engine.runtime.Imports;
import dev.wasmscope.engine.runtime.Instance;
import dev.wasmscope.engine.runtime.ProgramExit;
import dev.wasmscope.engine.runtime.Value;
import dev.wasmscope.engine.runtime.WasmException;
import dev.wasmscope.engine.trap.Trap;
import dev.wasmscope.engine.trap.TrapReason;
import dev.wasmscope.wasm.type.FuncType;
import dev.wasmscope.wasm.type.NumType;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Host functions that call back into WebAssembly, and what comes out of them. */
class HostBarrierTest {

  private static final FuncType I32_TO_I32 =
      new FuncType(List.of(NumType.I32), List.of(NumType.I32));

  private static final String PROGRAM =
      """
      (module $m
        (import "host" "back" (func $back (param i32) (result i32)))
        (tag $e (param i32))
        (func (export "start") (param i32) (result i32)
          i32.const 100
          local.get 0
          call $back
          i32.add)
        (func (export "catching") (param i32) (result i32)
          (block $h (result i32)
            (try_table (result i32) (catch $e $h) (call $back (local.get 0)))))
        (func (export "inner") (param i32) (result i32)
          (i32.mul (local.get 0) (i32.const 3)))
        (func (export "throwing") (param i32) (result i32)
          (throw $e (i32.add (local.get 0) (i32.const 1))))
        (func (export "trapping") (param i32) (result i32) unreachable))
      """;

  private final Engine engine = Engine.builder().build();
  private String target = "inner";

  private Instance instance() {
    Imports imports = engine.imports();
    imports.function("host", "back", I32_TO_I32, this::back);
    return engine.instantiate(Programs.parse(PROGRAM), imports);
  }

  private void back(HostCall call) {
    if (target.equals("exit")) {
      throw new ProgramExit(7);
    }
    Instance caller = call.caller().orElseThrow();
    List<Value> results =
        call.executor().invoke(caller.exportedFunction(target).orElseThrow(), call.args());
    call.setResult(0, results.getFirst());
  }

  @Test
  void theHostCallsBack() {
    assertEquals(List.of(Value.i32(115)), engine.invoke(instance(), "start", Value.i32(5)));
  }

  @Test
  void framesOnBothSidesAreSeenWithTheirValues() {
    Instance instance = instance();
    List<String> seen = new ArrayList<>();
    engine
        .probes()
        .attach(
            Programs.function(instance, "inner"),
            ProbePoint.ENTRY,
            frame ->
                frame.thread().frames().forEach(f -> seen.add(f.function() + " " + f.operands())));
    engine.invoke(instance, "start", Value.i32(5));
    assertEquals(List.of("inner []", "start [i32.const 100, i32.const 5]"), seen);
  }

  @Test
  void anExceptionPassesThroughTheHost() {
    target = "throwing";
    assertEquals(List.of(Value.i32(6)), engine.invoke(instance(), "catching", Value.i32(5)));
    WasmException uncaught =
        assertThrows(WasmException.class, () -> engine.invoke(instance(), "start", Value.i32(5)));
    assertEquals("uncaught exception $e {6}", uncaught.getMessage());
    assertEquals("throwing", uncaught.backtrace().getFirst().function());
    assertEquals(0, engine.mainThread().depth());
  }

  @Test
  void aTrapIsReportedWhereItHappened() {
    target = "trapping";
    Trap trap = assertThrows(Trap.class, () -> engine.invoke(instance(), "start", Value.i32(5)));
    assertEquals(TrapReason.UNREACHABLE, trap.reason());
    assertEquals(
        List.of("trapping", "start"), trap.backtrace().stream().map(e -> e.function()).toList());
  }

  @Test
  void theProgramExits() {
    target = "exit";
    ProgramExit exit =
        assertThrows(ProgramExit.class, () -> engine.invoke(instance(), "start", Value.i32(5)));
    assertEquals(7, exit.code());
    assertEquals(0, engine.mainThread().depth());
  }

  @Test
  void recursionThroughTheHostEnds() {
    target = "start";
    Trap trap = assertThrows(Trap.class, () -> engine.invoke(instance(), "start", Value.i32(5)));
    assertEquals(TrapReason.CALL_STACK_EXHAUSTED, trap.reason());
  }

  @Test
  void listenersSeeArgumentsResultsAndFailures() {
    List<String> heard = new ArrayList<>();
    engine
        .store()
        .hostCalls()
        .addListener(
            new HostCallListener() {
              @Override
              public void before(HostCall call) {
                heard.add("before " + call.function() + call.args());
              }

              @Override
              public void after(HostCall call) {
                heard.add("after " + call.results());
              }

              @Override
              public void failed(HostCall call, RuntimeException failure) {
                heard.add("failed " + failure.getMessage());
              }
            });
    engine.invoke(instance(), "start", Value.i32(5));
    target = "exit";
    assertThrows(ProgramExit.class, () -> engine.invoke(instance(), "start", Value.i32(6)));
    assertEquals(
        List.of(
            "before host.back[i32.const 5]",
            "after [i32.const 15]",
            "before host.back[i32.const 6]",
            "failed exit 7"),
        heard);
    assertTrue(engine.mainThread().top().isEmpty());
  }
}
