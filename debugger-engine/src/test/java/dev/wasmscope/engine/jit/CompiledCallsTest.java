package dev.wasmscope.engine.jit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.wasmscope.engine.probe.Attachment;
import dev.wasmscope.engine.probe.ProbePoint;
import dev.wasmscope.engine.runtime.Value;
import dev.wasmscope.engine.trap.Trap;
import dev.wasmscope.engine.trap.TrapReason;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Indirect calls of compiled code, which guesses what they come to. */
class CompiledCallsTest {

  private static final String PROGRAM =
      """
      (module
        (type $f (func (param i32) (result i32)))
        (table $t 3 funcref)
        (elem (table $t) (i32.const 0) func $one $two)
        (elem declare func $three)
        (global $g (mut (ref null $f)) (ref.func $one))
        (func $one (export "one") (type $f) (i32.add (local.get 0) (i32.const 1)))
        (func $two (type $f) (i32.add (local.get 0) (i32.const 2)))
        (func $three (type $f) (i32.add (local.get 0) (i32.const 3)))
        (func (export "byIndex") (param i32) (result i32)
          (i32.const 100)
          (call_indirect $t (type $f) (i32.const 10) (local.get 0))
          (i32.add))
        (func (export "byReference") (result i32)
          (i32.const 100)
          (call_ref $f (i32.const 10) (global.get $g))
          (i32.add))
        (func (export "change")
          (table.set $t (i32.const 0) (ref.func $three))
          (global.set $g (ref.func $three)))
        (func (export "clear") (global.set $g (ref.null $f))))
      """;

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void anotherFunctionThanWasGuessedIsCalledToo(boolean compiled) {
    TestProgram program = TestProgram.start(compiled, PROGRAM);
    assertEquals(List.of(Value.i32(111)), program.call("byIndex", 0));
    assertEquals(List.of(Value.i32(112)), program.call("byIndex", 1));
    assertEquals(List.of(Value.i32(111)), program.call("byReference"));
    program.call("change");
    assertEquals(List.of(Value.i32(113)), program.call("byIndex", 0));
    assertEquals(List.of(Value.i32(112)), program.call("byIndex", 1));
    assertEquals(List.of(Value.i32(113)), program.call("byReference"));
    assertEquals(Map.of(), program.jit().report().refused());
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void whereThereIsNoFunctionTheCallTraps(boolean compiled) {
    TestProgram program = TestProgram.start(compiled, PROGRAM);
    assertEquals(TrapReason.UNINITIALIZED_ELEMENT, trap(program, "byIndex", 2));
    assertEquals(TrapReason.UNDEFINED_ELEMENT, trap(program, "byIndex", 3));
    assertEquals(TrapReason.UNDEFINED_ELEMENT, trap(program, "byIndex", -1));
    program.call("clear");
    assertEquals(TrapReason.NULL_FUNCTION_REFERENCE, trap(program, "byReference"));
  }

  private static TrapReason trap(TestProgram program, String function, int... arguments) {
    return assertThrows(Trap.class, () -> program.call(function, arguments)).reason();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aProbeInWhatWasGuessedIsHeard(boolean compiled) {
    TestProgram program = TestProgram.start(compiled, PROGRAM);
    AtomicInteger heard = new AtomicInteger();
    program.call("byIndex", 0);
    program.call("byReference");
    program
        .probes()
        .attach(program.function("one"), ProbePoint.ENTRY, _ -> heard.incrementAndGet());
    program.call("byIndex", 0);
    program.call("byReference");
    assertEquals(2, heard.get());
  }

  @Test
  void whatALoopCallsInTheInterpreterMayTakeTheFrameOfItsFunction() {
    AtomicReference<Attachment> heard = new AtomicReference<>();
    TestProgram program =
        TestProgram.start(
            true,
            """
            (import "host" "call" (func $host))
            (func $nothing (export "nothing"))
            (func (export "count") (param $n i32) (result i32)
              (call $host)
              (loop $again
                (call $nothing)
                (br_if $again (local.tee $n (i32.sub (local.get $n) (i32.const 1)))))
              (i32.const 7))
            """,
            _ -> heard.get().detach());
    program.probes().attach(program.function("nothing"), ProbePoint.ENTRY, _ -> {});
    // Until it has called the host: the function is interpreted, and only its loop then compiled.
    heard.set(program.probes().attach(program.function("count"), ProbePoint.ENTRY, _ -> {}));
    assertEquals(List.of(Value.i32(7)), program.call("count", 5));
    assertEquals(1, program.jit().report().loops());
  }
}
