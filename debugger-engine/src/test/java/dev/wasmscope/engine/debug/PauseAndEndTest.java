package dev.wasmscope.engine.debug;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wasmscope.engine.breakpoint.Breakpoint;
import dev.wasmscope.engine.probe.Terminated;
import dev.wasmscope.engine.runtime.ProgramExit;
import dev.wasmscope.engine.runtime.Value;
import dev.wasmscope.engine.trap.Trap;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.SynchronousQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Pausing, ending, trapping: programs that stop otherwise than at breakpoints. */
@Timeout(60)
class PauseAndEndTest {

  private static final String ENDLESS =
      """
      (module
        (import "host" "block" (func $block))
        (global $rounds (mut i64) (i64.const 0))
        (func (export "spin") (local $i i32)
          (loop $l ;; header
            (local.set $i (i32.add (local.get $i) (i32.const 1))) ;; body
            (global.set $rounds (i64.add (global.get $rounds) (i64.const 1)))
            (br $l)))
        (func (export "blocked")
          call $block ;; blocked
        ))
      """;

  private static final String FAILING =
      """
      (module
        (tag $t (param i32))
        (func $deep (param $a i32) (param $b i32) (result i32)
          local.get $a
          local.get $b
          i32.div_s ;; divides
        )
        (func $middle (param $x i32) (result i32) (local $half f64)
          (local.set $half (f64.const 0.5))
          local.get $x
          i32.const 0
          call $deep ;; calls deep
        )
        (func (export "trap") (result i32)
          i32.const 42
          call $middle ;; calls middle
        )
        (func (export "throw")
          i32.const 13
          throw $t ;; throws
        )
        (func (export "caught") (result i32)
          (block $h (result i32)
            (try_table (catch $t $h) (throw $t (i32.const 5))) ;; throws caught
            (i32.const 0))))
      """;

  private static DebugRun endless(String export, CountDownLatch blocked) {
    return DebugRun.of(ENDLESS, export)
        .host(
            "block",
            List.of(),
            List.of(),
            _ -> {
              blocked.countDown();
              try {
                new SynchronousQueue<Integer>().take();
              } catch (InterruptedException e) {
                throw new Terminated();
              }
            });
  }

  @Test
  void aHotLoopIsPausedSteppedAndGoesOn() {
    try (DebugRun run = endless("spin", new CountDownLatch(1)).start()) {
      run.session.pause();
      Snapshot first = run.awaitStop();
      assertInstanceOf(StopReason.Paused.class, first.reason());
      run.session.stepOver(Granularity.INSTRUCTION);
      Snapshot second = run.awaitStop();
      assertInstanceOf(StopReason.Step.class, second.reason());
      assertTrue(
          second.top().place().orElseThrow().offset() > first.top().place().orElseThrow().offset());
      run.session.resume();
      run.session.pause();
      assertInstanceOf(StopReason.Paused.class, run.awaitStop().reason());
    }
  }

  @Test
  void aBreakpointWhereThePauseStoppedIsNotHitUntilTheNextRound() {
    try (DebugRun run = endless("spin", new CountDownLatch(1))) {
      Breakpoint log = Breakpoint.of(1, run.at(";; body")).withLogMessage("in the loop");
      run.with(log.withHitCondition("== 1")).start();
      run.awaitLog();
      run.session.pause();
      Snapshot paused = run.awaitStop();
      Value before = paused.globals().getFirst().value();
      run.breakAt(run.at(";; body")).session.resume();
      Snapshot hit = run.awaitBreak(";; body", 1);
      Value after = hit.globals().getFirst().value();
      assertEquals(((Value.I64) before).value() + 1, ((Value.I64) after).value());
    }
  }

  @Test
  void aRunningProgramIsEnded() {
    try (DebugRun run = endless("spin", new CountDownLatch(1)).start()) {
      run.session.terminate();
      assertEquals(new Outcome.Terminated(), run.awaitEnd());
      assertEquals(SessionState.ENDED, run.session.state());
    }
  }

  @Test
  void aStoppedProgramIsEnded() {
    try (DebugRun run = endless("spin", new CountDownLatch(1)).startAtEntry()) {
      run.session.terminate();
      assertEquals(new Outcome.Terminated(), run.awaitEnd());
    }
  }

  @Test
  void aProgramThatWaitsInItsHostIsEnded() throws InterruptedException {
    CountDownLatch blocked = new CountDownLatch(1);
    try (DebugRun run = endless("blocked", blocked).start()) {
      blocked.await();
      run.session.terminate();
      assertEquals(new Outcome.Terminated(), run.awaitEnd());
    }
  }

  @Test
  void aTrapFreezesEveryFrame() {
    try (DebugRun run = DebugRun.of(FAILING, "trap").start()) {
      Snapshot trap = run.awaitStop(";; divides", StopReason.Trapped.class);
      assertTrue(trap.reason().sentence().startsWith("Trap: integer divide by zero"));
      assertEquals(
          List.of("deep", "middle", "trap"),
          trap.frames().stream().map(FrameSnapshot::function).toList());
      assertEquals(
          List.of(Value.i32(42), Value.i32(0)),
          trap.top().locals().stream().map(Variable::value).toList());
      FrameSnapshot middle = trap.frames().get(1);
      assertEquals(run.place(";; calls deep"), middle.place().orElseThrow());
      assertEquals(
          List.of(Value.i32(42), Value.f64(0.5)),
          middle.locals().stream().map(Variable::value).toList());
      run.session.resume();
      assertInstanceOf(Outcome.Trapped.class, run.awaitEnd());
    }
  }

  @Test
  void anExceptionThatNothingCatchesFreezesWhereItIsThrown() {
    try (DebugRun run = DebugRun.of(FAILING, "throw").start()) {
      Snapshot thrown = run.awaitStop(";; throws", StopReason.Uncaught.class);
      assertTrue(thrown.reason().isFinal());
      run.session.resume();
      assertInstanceOf(Outcome.Uncaught.class, run.awaitEnd());
    }
  }

  @Test
  void anExceptionThatIsCaughtDoesNotStop() {
    try (DebugRun run = DebugRun.of(FAILING, "caught").start()) {
      run.awaitReturn(Value.i32(5));
    }
  }

  @Test
  void theProgramsOwnExitIsItsStatus() {
    try (DebugRun run =
        DebugRun.of(ENDLESS, "blocked")
            .host(
                "block",
                List.of(),
                List.of(),
                _ -> {
                  throw new ProgramExit(3);
                })
            .start()) {
      assertEquals(new Outcome.Exited(3), run.awaitEnd());
    }
  }

  @Test
  void aTrapOfTheHostStopsAtTheCall() {
    try (DebugRun run =
        DebugRun.of(ENDLESS, "blocked")
            .host(
                "block",
                List.of(),
                List.of(),
                _ -> {
                  throw new Trap(dev.wasmscope.engine.trap.TrapReason.UNREACHABLE);
                })
            .start()) {
      run.awaitStop(";; blocked", StopReason.Trapped.class);
    }
  }

  @Test
  void whatCannotBeLinkedFailsWithTheReason() {
    String wat = "(module (import \"host\" \"gone\" (func)) (func (export \"main\")))";
    try (DebugRun run = DebugRun.of(wat, "main").start()) {
      Outcome end = run.awaitEnd();
      assertTrue(((Outcome.Failed) end).message().contains("gone"), end.toString());
    }
  }

  @Test
  void aStartFunctionCanBeDebugged() {
    String wat =
        """
        (module
          (global $g (mut i32) (i32.const 0))
          (start $init)
          (func $init
            i32.const 9
            global.set $g)
          (func (export "main") (result i32)
            global.get $g))
        """;
    try (DebugRun run = DebugRun.of(wat, "main").startAtEntry()) {
      assertEquals("init", run.session.snapshot().orElseThrow().top().function());
      run.session.resume();
      run.awaitReturn(Value.i32(9));
    }
  }
}
