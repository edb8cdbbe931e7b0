package dev.wasmscope.engine.interp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.wasmscope.engine.Engine;
import dev.wasmscope.engine.probe.FrameView;
import dev.wasmscope.engine.probe.ProbePoint;
import dev.wasmscope.engine.probe.StopReason;
import dev.wasmscope.engine.probe.Terminated;
import dev.wasmscope.engine.probe.WasmThread;
import dev.wasmscope.engine.runtime.Instance;
import dev.wasmscope.engine.runtime.Value;
import dev.wasmscope.engine.trap.Trap;
import dev.wasmscope.wasm.instr.Opcode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** A thread stops before an instruction with everything in place, and goes on as if it had not. */
class StoppingTest {

  private static final String CALLS =
      """
      (module
        (func $leaf (param i32) (result i32) local.get 0 i32.const 1 i32.add)
        (func $run (export "run") (param i32) (result i32)
          local.get 0
          call $leaf
          i32.const 10
          i32.mul)
        (func (export "divide") (param i32 i32) (result i32)
          local.get 0
          local.get 1
          i32.div_s)
        (func (export "forever") (loop br 0)))
      """;

  private final Engine engine = Engine.builder().build();
  private final Instance instance = Programs.instantiate(engine, CALLS);
  private final WasmThread thread = engine.mainThread();
  private final List<String> stops = new ArrayList<>();

  private String describe(FrameView frame) {
    return frame.function().name() + "@" + frame.place().offset() + ":" + frame.depth();
  }

  @Test
  void stepIntoStopsBeforeEveryInstruction() {
    thread.stopHandler(
        (t, _) -> {
          stops.add(describe(t.top().orElseThrow()));
          t.stepWithin(Integer.MAX_VALUE);
        });
    thread.stepWithin(Integer.MAX_VALUE);
    assertEquals(List.of(Value.i32(80)), engine.invoke(instance, "run", Value.i32(7)));
    assertEquals(
        List.of(
            "run@1:0",
            "run@3:0",
            "leaf@1:1",
            "leaf@3:1",
            "leaf@5:1",
            "leaf@6:1",
            "run@5:0",
            "run@7:0",
            "run@8:0"),
        stops);
  }

  @Test
  void stepOverStaysInTheFrame() {
    thread.stopHandler(
        (t, _) -> {
          stops.add(describe(t.top().orElseThrow()));
          t.stepWithin(0);
        });
    thread.stepWithin(0);
    engine.invoke(instance, "run", Value.i32(7));
    assertEquals(List.of("run@1:0", "run@3:0", "run@5:0", "run@7:0", "run@8:0"), stops);
  }

  @Test
  void stepOutStopsBehindTheCall() {
    engine
        .probes()
        .attachEverywhere(
            new ProbePoint.Instructions(Set.of(Opcode.I32_ADD)),
            frame -> frame.thread().stopHere("add"));
    thread.stopHandler(
        (t, reason) -> {
          stops.add(describe(t.top().orElseThrow()) + " " + reason);
          t.stepWithin(t.top().orElseThrow().depth() - 1);
        });
    engine.invoke(instance, "run", Value.i32(7));
    assertEquals(List.of("leaf@5:1 Requested[cause=add]", "run@5:0 Stepped[]"), stops);
  }

  @Test
  void aLocalCanBeChangedWhileStopped() {
    thread.stopHandler(
        (t, _) -> t.top().orElseThrow().caller().ifPresent(_ -> setTopLocal(t, Value.i32(99))));
    engine.probes().attachEverywhere(ProbePoint.ENTRY, frame -> frame.thread().stopHere("entry"));
    assertEquals(List.of(Value.i32(1000)), engine.invoke(instance, "run", Value.i32(7)));
  }

  private static void setTopLocal(WasmThread thread, Value value) {
    thread.top().orElseThrow().editor().setLocal(0, value);
  }

  @Test
  void aTrapLeavesTheFramesUntilTheHandlerReturns() {
    List<Object> seen = new ArrayList<>();
    thread.stopHandler(
        (t, reason) -> {
          FrameView top = t.top().orElseThrow();
          seen.add(describe(top));
          seen.addAll(top.operands());
          assertInstanceOf(StopReason.Trapped.class, reason);
        });
    Trap trap =
        assertThrows(
            Trap.class, () -> engine.invoke(instance, "divide", Value.i32(5), Value.i32(0)));
    assertEquals(List.of("divide@5:0", Value.i32(5), Value.i32(0)), seen);
    assertEquals("divide (func[2] + 0x5)", trap.backtrace().getFirst().toString());
    assertEquals(0, thread.depth());
  }

  @Test
  void aLoopIsPausedAndEnded() throws InterruptedException {
    CountDownLatch paused = new CountDownLatch(1);
    thread.stopHandler(
        (t, reason) -> {
          assertInstanceOf(StopReason.Paused.class, reason);
          assertEquals("forever", t.top().orElseThrow().function().name());
          paused.countDown();
          t.terminate();
        });
    List<Throwable> ends = new ArrayList<>();
    Thread carrier =
        Thread.ofPlatform()
            .start(
                () ->
                    ends.add(
                        assertThrows(Terminated.class, () -> engine.invoke(instance, "forever"))));
    while (!paused.await(1, java.util.concurrent.TimeUnit.MILLISECONDS)) {
      thread.pause();
    }
    carrier.join();
    assertEquals(1, ends.size());
    thread.stopHandler(null);
    assertEquals(List.of(Value.i32(80)), engine.invoke(instance, "run", Value.i32(7)));
  }
}
