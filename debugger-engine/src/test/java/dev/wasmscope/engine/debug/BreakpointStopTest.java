package dev.wasmscope.engine.debug;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wasmscope.engine.breakpoint.Breakpoint;
import dev.wasmscope.engine.breakpoint.IndexOrName;
import dev.wasmscope.engine.breakpoint.Target;
import dev.wasmscope.engine.runtime.Value;
import dev.wasmscope.wasm.module.Place;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Breakpoints in code: where they stop, under which conditions, and what they say. */
@Timeout(60)
class BreakpointStopTest {

  private static final String SUM =
      """
      (module
        (func $add (param $a i32) (param $b i32) (result i32)
          local.get $a ;; first of add
          local.get $b
          i32.add ;; sum
        )
        (func $main (export "main") (param $n i32) (result i32) (local $i i32) (local $s i32)
          loop $again ;; header
            local.get $s ;; first in loop
            local.get $i
            call $add ;; call
            local.set $s
            local.get $i ;; count
            i32.const 1
            i32.add
            local.tee $i
            local.get $n
            i32.lt_s
            br_if $again
          end
          local.get $s ;; result
        ))
      """;

  private static DebugRun sum(int n) {
    return DebugRun.of(SUM, "main", Value.i32(n));
  }

  private static Breakpoint on(int id, Target target) {
    return Breakpoint.of(id, target);
  }

  @Test
  void stopsBeforeTheInstructionInEveryRound() {
    try (DebugRun run = sum(3)) {
      run.breakAt(run.at(";; call")).start();
      for (int round = 0; round < 3; round++) {
        Snapshot stop = run.awaitBreak(";; call", 1);
        assertEquals(Value.i32(round), stop.top().locals().get(1).value());
        run.session.resume();
      }
      run.awaitReturn(Value.i32(3));
      assertEquals(3, run.statuses().getFirst().hits());
    }
  }

  @Test
  void stopsOnALineOfTheText() {
    try (DebugRun run = sum(1)) {
      run.breakAt(
              new Target.AtSource("somewhere/test.wat", run.line(";; sum"), OptionalInt.empty()))
          .start();
      Snapshot stop = run.awaitBreak(";; sum", 1);
      assertEquals("add", stop.top().function());
      run.session.resume();
      run.awaitReturn(Value.i32(0));
    }
  }

  @Test
  void stopsAtEntryAndExitOfAFunction() {
    try (DebugRun run = sum(2)) {
      run.breakAt(DebugRun.entry("$add"), DebugRun.exit("add")).start();
      for (int round = 0; round < 2; round++) {
        run.awaitBreak(";; first of add", 1);
        run.session.resume();
        Snapshot exit = run.awaitStop();
        assertEquals(List.of(2), ((StopReason.Breakpoint) exit.reason()).ids());
        assertEquals("add", exit.top().function());
        run.session.resume();
      }
      run.awaitReturn(Value.i32(1));
    }
  }

  @Test
  void stopsAtALoopHeaderInEveryRound() {
    try (DebugRun run = sum(3)) {
      run.breakAt(run.at(";; header")).start();
      for (int round = 0; round < 3; round++) {
        run.awaitBreak(";; header", 1);
        run.session.resume();
      }
      run.awaitReturn(Value.i32(3));
    }
  }

  @Test
  void severalAtOnePlaceStopOnceAndAreAllNamed() {
    try (DebugRun run = sum(1)) {
      run.breakAt(run.at(";; first of add"), DebugRun.entry("add"), run.at(";; first of add"))
          .start();
      Snapshot stop = run.awaitStop(";; first of add", StopReason.Breakpoint.class);
      assertEquals(
          List.of(1, 2, 3),
          ((StopReason.Breakpoint) stop.reason()).ids().stream().sorted().toList());
      run.session.resume();
      run.awaitReturn(Value.i32(0));
      assertEquals(List.of(1L, 1L, 1L), run.statuses().stream().map(s -> s.hits()).toList());
    }
  }

  @Test
  void aConditionDecides() {
    try (DebugRun run = sum(5)) {
      run.with(on(7, run.at(";; call")).withCondition("$i == 3 && $s > 0")).start();
      Snapshot stop = run.awaitBreak(";; call", 7);
      assertEquals(Value.i32(3), stop.top().locals().get(1).value());
      run.session.resume();
      run.awaitReturn(Value.i32(10));
      assertEquals(1, run.statuses().getFirst().hits());
    }
  }

  @Test
  void aBrokenConditionStopsAndSaysWhy() {
    try (DebugRun run = sum(1)) {
      run.with(on(1, run.at(";; call")).withCondition("i32@(0x10000) == $nix")).start();
      StopReason reason = run.awaitBreak(";; call", 1).reason();
      assertTrue(reason.sentence().startsWith("Breakpoint #1: condition: "), reason.sentence());
      run.session.resume();
      run.awaitReturn(Value.i32(0));
    }
  }

  @Test
  void aHitConditionCounts() {
    try (DebugRun run = sum(7)) {
      run.with(on(1, run.at(";; call")).withHitCondition("% 3")).start();
      assertEquals(Value.i32(2), run.awaitBreak(";; call", 1).top().locals().get(1).value());
      run.session.resume();
      assertEquals(Value.i32(5), run.awaitBreak(";; call", 1).top().locals().get(1).value());
      run.session.resume();
      run.awaitReturn(Value.i32(21));
      assertEquals(7, run.statuses().getFirst().hits());
    }
  }

  @Test
  void aLogMessageIsSaidWithoutStopping() {
    try (DebugRun run = sum(3)) {
      run.with(
              on(4, run.at(";; call")).withLogMessage("i={$i} s={hex:$s}").withCondition("$i != 1"))
          .start();
      run.awaitReturn(Value.i32(3));
      assertEquals(List.of("#4 i=0 s=0x0", "#4 i=2 s=0x1"), run.logs());
    }
  }

  @Test
  void aDisabledOneIsPassed() {
    try (DebugRun run = sum(2)) {
      run.with(on(1, run.at(";; call")).withEnabled(false)).start();
      run.awaitReturn(Value.i32(1));
      assertEquals("", run.statuses().getFirst().problem());
    }
  }

  @Test
  void theInstructionWeStandAtIsNotHitAgain() {
    try (DebugRun run = sum(2)) {
      run.startAtEntry();
      Place here = run.session.snapshot().orElseThrow().top().place().orElseThrow();
      run.with(
              on(
                  1,
                  new Target.AtPlace(
                      new IndexOrName.Index(here.function()),
                      OptionalInt.of(here.offset()),
                      OptionalInt.empty(),
                      "")))
          .session
          .resume();
      run.awaitBreak(";; header", 1); // the loop has gone round
      assertEquals(
          Value.i32(1), run.session.snapshot().orElseThrow().top().locals().get(1).value());
      run.session.resume();
      run.awaitReturn(Value.i32(1));
    }
  }

  @Test
  void replacedWhileStoppedTheOldIsForgottenAndTheKeptCountsOn() {
    try (DebugRun run = sum(3)) {
      Breakpoint kept = on(1, run.at(";; call"));
      run.with(kept, on(2, run.at(";; count"))).start();
      run.awaitBreak(";; call", 1);
      run.with(kept, on(3, run.at(";; result"))).session.resume();
      run.awaitBreak(";; call", 1);
      run.session.resume();
      run.awaitBreak(";; call", 1);
      run.session.resume();
      run.awaitBreak(";; result", 3);
      assertEquals(3, run.statuses().getFirst().hits());
    }
  }

  @Test
  void setWhileRunningItTakesEffectInTheLoop() {
    try (DebugRun run = sum(Integer.MAX_VALUE)) {
      run.with(on(1, run.at(";; call")).withLogMessage("runs").withHitCondition("== 1")).start();
      assertEquals("#1 runs", run.awaitLog());
      run.with(on(2, run.at(";; count")));
      run.awaitBreak(";; count", 2);
      run.session.terminate();
      assertEquals(new Outcome.Terminated(), run.awaitEnd());
    }
  }

  @Test
  void whatCannotBeSetSaysWhy() {
    try (DebugRun run = sum(1)) {
      run.breakAt(
              DebugRun.entry("$ad"),
              DebugRun.entry("$nothing like it"),
              new Target.AtFunction(new IndexOrName.Index(9), Target.When.ENTRY),
              new Target.AtSource("other.c", 3, OptionalInt.empty()),
              new Target.AtPlace(
                  new IndexOrName.Name("$add"), OptionalInt.of(2), OptionalInt.empty(), ""),
              new Target.AtPlace(
                  new IndexOrName.Name("$add"), OptionalInt.of(1), OptionalInt.empty(), "f32.div"))
          .start();
      run.awaitReturn(Value.i32(0));
      assertEquals(
          List.of(
              "there is no function called $ad; did you mean add?",
              "there is no function called $nothing like it",
              "there is no function 9; the module has 2 functions",
              "the module has no debug information that leads to other.c",
              "no instruction of function $add starts at offset 2; the nearest starts at 1",
              "there is no f32.div in function $add any more"),
          run.statuses().stream().map(BreakpointStatus::problem).toList());
    }
  }

  @Test
  void aLineWithoutInstructionsNamesTheNext() {
    String wat = "(module\n (func (export \"main\")\n  ;; nothing\n\n  nop))";
    try (DebugRun run = DebugRun.of(wat, "main")) {
      run.breakAt(new Target.AtSource("test.wat", 3, OptionalInt.empty())).start();
      run.awaitReturn();
      assertEquals(
          "no instruction stands on line 3; the next with one is line 5",
          run.statuses().getFirst().problem());
    }
  }

  @Test
  void anEditedModuleMovesABreakpointToTheInstructionItRemembers() {
    try (DebugRun run = sum(1)) {
      int add = run.place(";; sum").offset();
      run.breakAt(
              new Target.AtPlace(
                  new IndexOrName.Name("$add"),
                  OptionalInt.of(add + 40),
                  OptionalInt.empty(),
                  "i32.add"))
          .start();
      run.awaitBreak(";; sum", 1);
      assertEquals(List.of(new Place(0, add)), run.statuses().getFirst().places());
    }
  }
}
