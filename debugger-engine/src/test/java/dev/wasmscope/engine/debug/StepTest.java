package dev.wasmscope.engine.debug;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.wasmscope.engine.runtime.Value;
import dev.wasmscope.wasm.type.NumType;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Steps by instructions and by lines, and runs to a place. */
@Timeout(60)
class StepTest {

  private static final String FACTORIAL =
      """
      (module
        (func $fac (export "fac") (param $n i32) (result i32)
          (if (i32.eqz (local.get $n)) ;; test
            (then (return (i32.const 1)))) ;; base
          local.get $n ;; before
          (call $fac (i32.sub (local.get $n) (i32.const 1))) ;; recursion
          i32.mul ;; after
        ))
      """;

  private static final String CALLS =
      """
      (module
        (import "host" "back" (func $host))
        (func $twice (param $x i32) (result i32)
          local.get $x ;; in twice
          i32.const 2
          i32.mul ;; times
        )
        (func $main (export "main") (result i32)
          i32.const 4 ;; first
          call $twice ;; call
          i32.const 1 ;; then
          i32.add ;; add
        )
        (func (export "callback")
          nop ;; called back
        )
        (func (export "around") (result i32)
          i32.const 1 ;; before host
          call $host
          i32.const 2 ;; after host
          i32.add
        ))
      """;

  private static final String ONE_LINE_LOOP =
      """
      (module
        (func (export "main") (param $n i32) (result i32) (local $s i32)
          (loop $l ;; header
            (local.set $s (i32.add (local.get $s) (local.get $n)))
            (br_if $l (local.tee $n (i32.sub (local.get $n) (i32.const 1))))) ;; last
          (local.get $s))
        (func (export "tight") (param $n i32) (result i32)
          (loop $l (br_if $l (local.tee $n (i32.sub (local.get $n) (i32.const 1))))) ;; all
          (local.get $n) ;; end
        ))
      """;

  private static DebugRun calls(String export) {
    DebugRun run = DebugRun.of(CALLS, export);
    return run.host(
        "back",
        List.of(),
        List.of(),
        call ->
            call.executor()
                .invoke(
                    run.session.instance().orElseThrow().exportedFunction("callback").orElseThrow(),
                    List.of()));
  }

  @Test
  void intoStopsAtTheFirstInstructionOfTheFunctionCalled() {
    try (DebugRun run = calls("main").startAtEntry()) {
      run.session.stepInto(Granularity.INSTRUCTION);
      run.awaitStop(";; call", StopReason.Step.class);
      run.session.stepInto(Granularity.INSTRUCTION);
      Snapshot inside = run.awaitStop(";; in twice", StopReason.Step.class);
      assertEquals(
          List.of("twice", "main"), inside.frames().stream().map(f -> f.function()).toList());
      assertEquals(run.place(";; call"), inside.frames().get(1).place().orElseThrow());
      assertEquals(Value.i32(4), inside.top().locals().getFirst().value());
      assertEquals(NumType.I32, inside.top().locals().getFirst().type());
      assertEquals("x", inside.top().locals().getFirst().name());
    }
  }

  @Test
  void overRunsTheFunctionCalled() {
    try (DebugRun run = calls("main").startAtEntry()) {
      run.session.stepOver(Granularity.LINE);
      run.awaitStop(";; call", StopReason.Step.class);
      run.session.stepOver(Granularity.LINE);
      run.awaitStop(";; then", StopReason.Step.class);
      run.session.stepOver(Granularity.INSTRUCTION);
      run.awaitStop(";; add", StopReason.Step.class);
      run.session.resume();
      run.awaitReturn(Value.i32(9));
    }
  }

  @Test
  void outStopsBehindTheCall() {
    try (DebugRun run = calls("main")) {
      run.breakAt(run.at(";; in twice")).start();
      run.awaitBreak(";; in twice", 1);
      run.session.stepOut();
      run.awaitStop(";; then", StopReason.Step.class);
      run.session.stepOut();
      run.awaitReturn(Value.i32(9));
    }
  }

  @Test
  void aStepThatLandsOnABreakpointNamesIt() {
    try (DebugRun run = calls("main").startAtEntry()) {
      run.breakAt(run.at(";; call"), run.at(";; times"));
      run.session.stepOver(Granularity.LINE);
      run.awaitBreak(";; call", 1);
      run.session.stepOver(Granularity.LINE);
      run.awaitBreak(";; times", 2);
      run.session.stepOut();
      run.awaitStop(";; then", StopReason.Step.class);
    }
  }

  @Test
  void overStopsInNoDeeperActivation() {
    try (DebugRun run = DebugRun.of(FACTORIAL, "fac", Value.i32(5)).startAtEntry()) {
      run.session.stepOver(Granularity.LINE);
      run.awaitStop(";; before", StopReason.Step.class);
      run.session.stepOver(Granularity.LINE);
      run.awaitStop(";; recursion", StopReason.Step.class);
      run.session.stepOver(Granularity.LINE);
      Snapshot after = run.awaitStop(";; after", StopReason.Step.class);
      assertEquals(1, after.frames().size());
      assertEquals(Value.i32(5), after.top().locals().getFirst().value());
      run.session.resume();
      run.awaitReturn(Value.i32(120));
    }
  }

  @Test
  void intoARecursionStopsInTheNewActivation() {
    try (DebugRun run = DebugRun.of(FACTORIAL, "fac", Value.i32(2)).startAtEntry()) {
      run.session.runTo(0, run.place(";; recursion").offset());
      run.awaitStop(";; recursion", StopReason.Arrived.class);
      run.session.stepInto(Granularity.LINE);
      Snapshot deeper = run.awaitStop(";; test", StopReason.Step.class);
      assertEquals(2, deeper.frames().size());
      run.session.stepOut();
      Snapshot back = run.awaitStop(";; after", StopReason.Step.class);
      assertEquals(1, back.frames().size());
    }
  }

  @Test
  void aLoopOnOneLineStopsOncePerRound() {
    try (DebugRun run = DebugRun.of(ONE_LINE_LOOP, "tight", Value.i32(3)).startAtEntry()) {
      for (int left = 2; left > 0; left--) {
        run.session.stepOver(Granularity.LINE);
        Snapshot round = run.awaitStop(";; all", StopReason.Step.class);
        assertEquals(Value.i32(left), round.top().locals().getFirst().value());
      }
      run.session.stepOver(Granularity.LINE);
      run.awaitStop(";; end", StopReason.Step.class);
    }
  }

  @Test
  void aLoopOverLinesStopsOnEachLine() {
    try (DebugRun run = DebugRun.of(ONE_LINE_LOOP, "main", Value.i32(2)).startAtEntry()) {
      run.session.stepOver(Granularity.LINE);
      run.awaitStop("(local.set $s", StopReason.Step.class);
      run.session.stepOver(Granularity.LINE);
      run.awaitStop(";; last", StopReason.Step.class);
      run.session.stepOver(Granularity.LINE);
      run.awaitStop(";; header", StopReason.Step.class);
      run.session.stepOver(Granularity.LINE);
      run.awaitStop("(local.set $s", StopReason.Step.class);
    }
  }

  @Test
  void runsToAPlaceOnce() {
    try (DebugRun run = DebugRun.of(ONE_LINE_LOOP, "main", Value.i32(3)).startAtEntry()) {
      run.session.runTo(0, run.place(";; last").offset());
      run.awaitStop(";; last", StopReason.Arrived.class);
      run.session.resume();
      run.awaitReturn(Value.i32(6));
    }
  }

  @Test
  void runsToAPlaceUnlessABreakpointIsBefore() {
    try (DebugRun run = DebugRun.of(ONE_LINE_LOOP, "main", Value.i32(3)).startAtEntry()) {
      run.breakAt(run.at("(local.set $s"));
      run.session.runTo(0, run.place(";; last").offset());
      run.awaitBreak("(local.set $s", 1);
      run.with().session.resume();
      run.awaitReturn(Value.i32(6));
    }
  }

  @Test
  void outOfAFunctionThatTheHostCalledStopsBehindTheCallOfTheHost() {
    try (DebugRun run = calls("around")) {
      run.breakAt(run.at(";; called back")).start();
      Snapshot inside = run.awaitBreak(";; called back", 1);
      assertEquals(2, inside.frames().size());
      run.session.stepOut();
      run.awaitStop(";; after host", StopReason.Step.class);
      run.session.resume();
      run.awaitReturn(Value.i32(3));
    }
  }

  @Test
  void intoAHostFunctionStopsWhereItCallsBack() {
    try (DebugRun run = calls("around").startAtEntry()) {
      run.session.stepInto(Granularity.LINE);
      run.awaitStop();
      run.session.stepInto(Granularity.LINE);
      run.awaitStop(";; called back", StopReason.Step.class);
    }
  }

  @Test
  void entryIsInNoConstantExpression() {
    String wat =
        "(module (global $g i32 (i32.const 7)) (memory 1) (data (i32.const 3) \"x\")\n"
            + " (func (export \"main\") (result i32)\n  global.get $g ;; here\n ))";
    try (DebugRun run = DebugRun.of(wat, "main").startAtEntry()) {
      Snapshot entry = run.session.snapshot().orElseThrow();
      assertEquals(run.line(";; here"), run.lineOf(entry));
      assertEquals(1, entry.number());
      run.session.resume();
      run.awaitReturn(Value.i32(7));
    }
  }
}
