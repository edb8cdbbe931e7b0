package dev.wasmscope.engine.jit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.wasmscope.engine.probe.FrameView;
import dev.wasmscope.engine.probe.ProbePoint;
import dev.wasmscope.engine.probe.StopReason;
import dev.wasmscope.engine.probe.WasmThread;
import dev.wasmscope.engine.runtime.Value;
import dev.wasmscope.engine.runtime.WasmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Exceptions of compiled code are seen as those of the interpreter are. */
class CompiledExceptionsTest {

  private static final String PROGRAM =
      """
      (module $m
        (import "host" "call" (func $host))
        (tag $e (param i32 i64))
        (tag $other)
        (memory 1)
        (func $grow
          (drop (memory.grow (i32.const 1)))
          (i32.store (i32.const 60) (i32.const 100))
          (throw $other))
        (func (export "growing") (result i32) (local $n i32)
          (loop $l
            (i32.store (local.get $n) (i32.const 7))
            (br_if $l (i32.lt_u
              (local.tee $n (i32.add (local.get $n) (i32.const 4))) (i32.const 64))))
          (block $h
            (try_table (catch_all $h) (call $grow))
            (return (i32.const -1)))
          (i32.load (i32.const 60)))
        (func $inner (export "inner") (param i32) (local $l i32)
          (local.set $l (i32.const 7))
          (if (local.get 0)
            (then (throw $e (i32.add (local.get 0) (local.get $l)) (i64.const 5)))))
        (func $middle (export "middle") (param i32)
          (block $h
            (try_table (catch $other $h)
              (call $inner (i32.mul (local.get 0) (i32.const 2))))))
        (func (export "outer") (param i32) (result i32)
          (i32.const 1000)
          (call $middle (i32.add (local.get 0) (i32.const 1))))
        (func (export "catching") (param i32) (result i32)
          (block $h (result i32 i64)
            (try_table (catch $e $h) (call $middle (local.get 0)))
            (return (i32.const -1)))
          (i32.wrap_i64)
          (i32.add))
        (func (export "kept") (param i32) (result i32) (local $n i32)
          (try (result i32)
            (do
              (try (result i32)
                (do (call $middle (local.get 0)) (i32.const -1))
                (catch $e
                  (drop) (drop)
                  (call $host)
                  (loop $l
                    (local.set $n (i32.add (local.get $n) (i32.const 1)))
                    (br_if $l (i32.lt_u (local.get $n) (i32.const 10))))
                  (rethrow 0))))
            (catch $e (drop) (i32.add (local.get $n)))))
        (func (export "delegating") (param i32) (result i32)
          (try (result i32)
            (do
              (try (result i32)
                (do
                  (try (result i32)
                    (do (call $middle (local.get 0)) (i32.const -1))
                    (delegate 1)))
                (catch_all (i32.const -2))))
            (catch $e (drop) (i32.add (i32.const 100))))))
      """;

  private static String locals(Optional<FrameView> frame) {
    FrameView view = frame.orElseThrow();
    return IntStream.range(0, view.localCount()).mapToObj(view::local).toList().toString();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void handlersGetWhatIsThrown(boolean compiled) {
    TestProgram program = TestProgram.start(compiled, PROGRAM);
    assertEquals(List.of(Value.i32(-1)), program.call("catching", 0));
    assertEquals(List.of(Value.i32(18)), program.call("catching", 3));
    assertEquals(List.of(Value.i32(113)), program.call("delegating", 3));
    assertEquals(Map.of(), program.jit().report().refused());
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void handlersSeeTheMemoryAsItHasGrown(boolean compiled) {
    TestProgram program = TestProgram.start(compiled, PROGRAM);
    assertEquals(List.of(Value.i32(100)), program.call("growing"));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void anUncaughtExceptionTellsWhereItWasThrown(boolean compiled) {
    TestProgram program = TestProgram.start(compiled, PROGRAM);
    WasmException thrown = assertThrows(WasmException.class, () -> program.call("outer", 3));
    assertEquals("uncaught exception $e {15, 5}", thrown.getMessage());
    assertEquals(
        List.of("m!inner (func[3] + 0x12)", "m!middle (func[4] + 0xe)", "m!outer (func[5] + 0x9)"),
        thrown.backtrace().stream().map(Object::toString).toList());
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void whoStopsAtAnUncaughtExceptionSeesAllFrames(boolean compiled) {
    TestProgram program = TestProgram.start(compiled, PROGRAM);
    List<String> seen = new ArrayList<>();
    program
        .thread()
        .stopHandler(
            (thread, reason) -> {
              seen.add(reason.getClass().getSimpleName());
              Optional<FrameView> frame = thread.top();
              for (; frame.isPresent(); frame = frame.get().caller()) {
                seen.add(locals(frame) + " " + frame.get().operands());
              }
            });
    assertEquals(List.of(Value.i32(18)), program.call("catching", 3));
    assertEquals(List.of(), seen, "nobody stops at what is caught");
    assertThrows(WasmException.class, () -> program.call("outer", 3));
    assertEquals(
        List.of(
            StopReason.Uncaught.class.getSimpleName(),
            "[i32.const 8, i32.const 7] [i32.const 15, i64.const 5]",
            "[i32.const 4] []",
            "[i32.const 3] [i32.const 1000]"),
        seen);
  }

  @ParameterizedTest
  @ValueSource(strings = {"inner", "middle", "catching"})
  void interpretedFramesMayStandBetweenCompiledOnes(String interpreted) {
    TestProgram program = TestProgram.start(true, PROGRAM);
    program.probes().attach(program.function(interpreted), ProbePoint.ENTRY, _ -> {});
    assertEquals(List.of(Value.i32(18)), program.call("catching", 3));
    WasmException thrown = assertThrows(WasmException.class, () -> program.call("outer", 3));
    assertEquals(
        List.of("inner", "middle", "outer"),
        thrown.backtrace().stream().map(entry -> entry.function()).toList());
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void anExceptionIsKeptWhenTheCodeIsLeft(boolean compiled) {
    List<String> stops = new ArrayList<>();
    AtomicReference<WasmThread> thread = new AtomicReference<>();
    TestProgram program = TestProgram.start(compiled, PROGRAM, _ -> thread.get().pause());
    thread.set(program.thread());
    program.thread().stopHandler((_, _) -> stops.add(locals(program.thread().top())));
    assertEquals(List.of(Value.i32(23)), program.call("kept", 3));
    assertEquals(List.of("[i32.const 3, i32.const 0]"), stops);
  }
}
