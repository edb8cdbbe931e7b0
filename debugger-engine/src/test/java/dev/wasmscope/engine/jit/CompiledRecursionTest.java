package dev.wasmscope.engine.jit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wasmscope.engine.probe.Probe;
import dev.wasmscope.engine.probe.ProbePoint;
import dev.wasmscope.engine.runtime.StoreLimits;
import dev.wasmscope.engine.runtime.Value;
import dev.wasmscope.engine.tier.Departure;
import dev.wasmscope.engine.trap.Trap;
import dev.wasmscope.engine.trap.TrapReason;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Deep recursion of compiled code on a small stack of Java's: the call stack of WebAssembly ends
 * where it does in the interpreter, neither earlier nor later.
 */
class CompiledRecursionTest {

  private static final int DEEP = StoreLimits.DEFAULT.callDepth();

  /** As much as Java's threads have if nobody says anything. */
  private static final long SMALL_STACK = 1 << 20;

  private static final String PROGRAM =
      """
      (module
        (global $calls (mut i32) (i32.const 0))
        (func (export "calls") (result i32) (global.get $calls))
        (func $called (global.set $calls (i32.add (global.get $calls) (i32.const 1))))

        (func $sum (export "sum") (param $n i32) (result i32)
          (call $called)
          (if (result i32) (i32.eqz (local.get $n))
            (then (i32.const 0))
            (else (i32.add (local.get $n) (call $sum (i32.sub (local.get $n) (i32.const 1)))))))
        (func $much (export "much") (result i32) (call $sum (i32.const -1)))

        (func $large (export "large") (param $n i32) (result i32)
          LOCALS
          (call $called)
          (local.set 1 (i64.extend_i32_u (local.get $n)))
          (if (result i32) (i32.eqz (local.get $n))
            (then (i32.const 0))
            (else
              (i32.add
                (call $large (i32.sub (local.get $n) (i32.const 1)))
                (i32.wrap_i64 (local.get 1))))))

        (func $ping (export "ping") (param $n i32) (result i32)
          (call $called)
          (if (i32.eqz (local.get $n)) (then (return (i32.const 0))))
          (i32.add (i32.const 1) (call $pong (i32.sub (local.get $n) (i32.const 1)))))
        (func $pong (export "pong") (param $n i32) (result i32)
          (call $called)
          (if (i32.eqz (local.get $n)) (then (return (i32.const 0))))
          (i32.add (i32.const 1) (call $ping (i32.sub (local.get $n) (i32.const 1)))))

        (func $self (export "self") (param $n i32) (result i32)
          (call $called)
          (if (i32.eqz (local.get $n)) (then (return (i32.const 0))))
          (i32.add (i32.const 1) (call $turned (i32.sub (local.get $n) (i32.const 1)))))
        (func $turned (param $n i32) (result i32) (return_call $self (local.get $n))))
      """
          .replace("LOCALS", "(local i64)".repeat(200));

  /** Fired where the code cannot do it itself, so that the function is interpreted. */
  private static final Probe INTERPRETED = _ -> {};

  private static TestProgram start(boolean compiled, boolean mixed) {
    TestProgram program = TestProgram.start(compiled, PROGRAM);
    if (mixed) {
      program.probes().attach(program.function("pong"), ProbePoint.ENTRY, INTERPRETED);
    }
    return program;
  }

  private static <T> T onSmallStack(Supplier<T> work) {
    FutureTask<T> task = new FutureTask<>(work::get);
    new Thread(null, task, "small", SMALL_STACK).start();
    try {
      return task.get();
    } catch (InterruptedException | ExecutionException e) {
      throw new AssertionError(e);
    }
  }

  private static int calls(TestProgram program) {
    return ((Value.I32) program.call("calls").getFirst()).value();
  }

  @ParameterizedTest
  @ValueSource(strings = {"sum", "large", "ping", "pong", "self"})
  void manyCallsReturn(String export) {
    int deep = export.equals("large") ? 15_000 : DEEP - 2;
    int result = export.equals("sum") || export.equals("large") ? deep * (deep + 1) / 2 : deep;
    for (boolean mixed : new boolean[] {false, true}) {
      TestProgram program = start(true, mixed);
      assertEquals(
          List.of(Value.i32(result)), onSmallStack(() -> program.call(export, deep)), export);
      assertTrue(program.gear().departed().get(Departure.DEPTH) > 10, "there is room after all");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"sum", "large", "ping", "pong", "self"})
  void theStackEndsWhereItDoesInTheInterpreter(String export) {
    for (boolean mixed : new boolean[] {false, true}) {
      TestProgram interpreted = start(false, mixed);
      TestProgram compiled = start(true, mixed);
      Trap expected = exhausts(interpreted, export);
      Trap found = onSmallStack(() -> exhausts(compiled, export));
      assertEquals(calls(interpreted), calls(compiled), export + ": calls");
      assertEquals(expected.backtrace(), found.backtrace(), export);
      // And so it does again.
      onSmallStack(() -> exhausts(compiled, export));
      assertEquals(2 * calls(interpreted), calls(compiled), export + ": calls, again");
    }
  }

  private static Trap exhausts(TestProgram program, String export) {
    Trap trap = assertThrows(Trap.class, () -> program.call(export, Integer.MAX_VALUE));
    assertEquals(TrapReason.CALL_STACK_EXHAUSTED, trap.reason());
    return trap;
  }

  @Test
  void theCallsOfARecursionAreOneLineOfABacktrace() {
    TestProgram program = start(true, false);
    Trap trap = assertThrows(Trap.class, () -> program.call("much"));
    assertEquals(
        List.of("sum 1", "sum " + (DEEP - 2), "much 1"),
        trap.backtrace().stream().map(e -> e.function() + " " + e.times()).toList());
  }
}
