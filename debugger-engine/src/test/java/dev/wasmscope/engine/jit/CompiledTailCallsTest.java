package dev.wasmscope.engine.jit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.wasmscope.engine.probe.FrameView;
import dev.wasmscope.engine.probe.ProbePoint;
import dev.wasmscope.engine.probe.WasmThread;
import dev.wasmscope.engine.runtime.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tail calls of compiled code, a million deep, among functions of both gears. */
class CompiledTailCallsTest {

  private static final int DEEP = 1_000_000;

  private static final String PROGRAM =
      """
      (module
        (import "host" "call" (func $host))
        (type $count (func (param i32 i32) (result i32)))
        (table funcref (elem $even $odd $any))
        (global $next (mut (ref null $count)) (ref.null $count))
        (elem declare func $referred $even)
        (func $self (export "self") (param $n i32) (param $sum i32) (result i32) (local $zero i32)
          (if (i32.eqz (local.get $n)) (then (return (local.get $sum))))
          (local.set $zero (i32.add (local.get $zero) (i32.const 1)))
          (return_call $self
            (i32.sub (local.get $n) (i32.const 1)) (i32.add (local.get $sum) (local.get $zero))))
        (func $even (export "even") (type $count)
          (if (i32.eqz (local.get 0)) (then (return (local.get 1))))
          (return_call $odd
            (i32.sub (local.get 0) (i32.const 1)) (i32.add (local.get 1) (i32.const 1))))
        (func $odd (export "odd") (type $count)
          (if (i32.eqz (local.get 0)) (then (return (local.get 1))))
          (return_call $even
            (i32.sub (local.get 0) (i32.const 1)) (i32.add (local.get 1) (i32.const 2))))
        (func $any (export "any") (type $count)
          (if (i32.eqz (local.get 0)) (then (return (local.get 1))))
          (return_call_indirect (type $count)
            (i32.sub (local.get 0) (i32.const 1)) (i32.add (local.get 1) (i32.const 3))
            (i32.rem_u (local.get 0) (i32.const 3))))
        (func $referred (export "referred") (type $count)
          (if (i32.eqz (local.get 0)) (then (return (local.get 1))))
          (global.set $next (ref.func $referred))
          (return_call_ref $count
            (i32.sub (local.get 0) (i32.const 1)) (i32.add (local.get 1) (i32.const 1))
            (global.get $next)))
        (func $looping (export "looping") (type $count)
          (loop $l
            (if (i32.eqz (local.get 0)) (then (return (local.get 1))))
            (local.set 0 (i32.sub (local.get 0) (i32.const 1)))
            (br_if $l (i32.rem_u (local.get 0) (i32.const 1000))))
          (return_call $looping (local.get 0) (i32.add (local.get 1) (i32.const 1))))

        (func (export "pausing") (param i32) (result i32)
          (i32.const 1000)
          (call $one (local.get 0))
          (i32.add))
        (func $one (param i32) (result i32)
          (return_call $three (local.get 0) (i64.const 2) (f64.const 3)))
        (func $three (param i32 i64 f64) (result i32) (local $n i32)
          (call $host)
          (loop $l
            (local.set $n (i32.add (local.get $n) (i32.const 1)))
            (br_if $l (i32.lt_u (local.get $n) (i32.const 10))))
          (i32.add (local.get 0) (i32.wrap_i64 (local.get 1)))
          (i32.add (local.get $n)))
        (func (export "toHost") (param i32) (return_call $host))

        (tag $thrown (param i32))
        (func $thrower (param i32) (result i32) (throw $thrown (local.get 0)))
        (func $guarded (param i32) (result i32)
          (block $h
            (try_table (catch_all $h) (return_call $thrower (local.get 0))))
          (i32.const -1))
        (func (export "catching") (param i32) (result i32)
          (block $h (result i32)
            (try_table (result i32) (catch $thrown $h) (call $guarded (local.get 0))))))
      """;

  @ParameterizedTest
  @CsvSource({
    "self, 1000000",
    "even, 1500000",
    "odd, 1500000",
    "any, 1500002",
    "referred, 1000000",
    "looping, 1000"
  })
  void aMillionTailCallsTakeNoStack(String function, int result) {
    TestProgram program = TestProgram.start(true, PROGRAM);
    assertEquals(List.of(Value.i32(result)), program.call(function, DEEP, 0));
    assertEquals(Map.of(), program.jit().report().refused());
  }

  @ParameterizedTest
  @CsvSource({"even, odd, 1500000", "even, even, 1500000", "any, even, 1500002"})
  void aFunctionThatIsInterpretedMayTakePart(String function, String interpreted, int result) {
    TestProgram program = TestProgram.start(true, PROGRAM);
    program.probes().attach(program.function(interpreted), ProbePoint.ENTRY, _ -> {});
    assertEquals(List.of(Value.i32(result)), program.call(function, DEEP, 0));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void whoPausesSeesTheFrameThatWasCalledLast(boolean compiled) {
    List<String> seen = new ArrayList<>();
    AtomicReference<WasmThread> thread = new AtomicReference<>();
    TestProgram program = TestProgram.start(compiled, PROGRAM, _ -> thread.get().pause());
    thread.set(program.thread());
    program
        .thread()
        .stopHandler(
            (stopped, _) -> {
              Optional<FrameView> frame = stopped.top();
              for (; frame.isPresent(); frame = frame.get().caller()) {
                seen.add(describe(frame.get()));
              }
            });
    assertEquals(List.of(Value.i32(1017)), program.call("pausing", 5));
    assertEquals(
        List.of(
            "three [i32.const 5, i64.const 2, f64.const 3.0, i32.const 0] []",
            "pausing [i32.const 5] [i32.const 1000]"),
        seen);
    assertEquals(List.of(), program.call("toHost", 1));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aFunctionThatHasGoneCatchesNothing(boolean compiled) {
    TestProgram program = TestProgram.start(compiled, PROGRAM);
    assertEquals(List.of(Value.i32(5)), program.call("catching", 5));
    assertEquals(Map.of(), program.jit().report().refused());
  }

  private static String describe(FrameView frame) {
    List<Value> locals = IntStream.range(0, frame.localCount()).mapToObj(frame::local).toList();
    return frame.function().name() + " " + locals + " " + frame.operands();
  }
}
