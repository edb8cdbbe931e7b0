package dev.wasmscope.engine.debug;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wasmscope.engine.breakpoint.Access;
import dev.wasmscope.engine.breakpoint.Breakpoint;
import dev.wasmscope.engine.breakpoint.EventKind;
import dev.wasmscope.engine.breakpoint.IndexOrName;
import dev.wasmscope.engine.breakpoint.Target;
import dev.wasmscope.engine.runtime.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Programs with threads: all stop together, all go on together, one steps alone. */
@Timeout(60)
class ThreadsTest {

  private static final String PROGRAM =
      """
      (module
        (import "env" "memory" (memory 1 1 shared))
        (import "wasi" "thread-spawn" (func $spawn (param i32) (result i32)))
        (func $await (param $address i32)
          (drop (memory.atomic.wait32 (local.get $address) (i32.const 0) (i64.const -1))) ;; waits
        )
        (func (export "count") (result i32)
          (drop (call $spawn (i32.const 10)))
          (drop (call $spawn (i32.const 20)))
          (call $await (i32.const 64))
          (i32.load (i32.const 0)))
        (func (export "deadlock") (result i32)
          (drop (call $spawn (i32.const -1)))
          (call $await (i32.const 128))
          (i32.const 1))
        (func (export "spin") (result i32)
          (drop (call $spawn (i32.const -2)))
          (loop $l (br_if $l (i32.eqz (i32.atomic.load (i32.const 32))))) ;; spins
          (i32.const 3))
        (func $add (param $n i32)
          (drop (i32.atomic.rmw.add (i32.const 0) (local.get $n))) ;; adds
          (if (i32.eq (i32.atomic.rmw.add (i32.const 4) (i32.const 1)) (i32.const 1))
            (then
              (i32.atomic.store (i32.const 64) (i32.const 1))
              (drop (memory.atomic.notify (i32.const 64) (i32.const 1))))))
        (func (export "wasi_thread_start") (param $number i32) (param $argument i32)
          (if (i32.eq (local.get $argument) (i32.const -1)) ;; thread begins
            (then (call $await (i32.const 256))))
          (if (i32.eq (local.get $argument) (i32.const -2))
            (then
              (i32.atomic.store (i32.const 32) (i32.const 1)) ;; lets go
              (call $await (i32.const 512))))
          (if (i32.eq (local.get $argument) (i32.const -3))
            (then (unreachable))) ;; fails
          (call $add (local.get $argument)))
        (func (export "failing") (result i32)
          (drop (call $spawn (i32.const -3)))
          (call $await (i32.const 64))
          (i32.const 0)))
      """;

  private static ThreadSnapshot thread(Snapshot snapshot, String name) {
    return snapshot.threads().stream().filter(t -> t.name().equals(name)).findFirst().orElseThrow();
  }

  private static Breakpoint onThreadStart(String condition) {
    return Breakpoint.of(1, new Target.OnEvent(EventKind.THREAD_START, Optional.empty()))
        .withCondition(condition);
  }

  @Test
  void aBreakpointStopsInWhicheverThreadComesThere() {
    try (DebugRun run = DebugRun.of(PROGRAM, "count")) {
      run.breakAt(run.at(";; adds")).start();
      Set<Integer> seen = new HashSet<>();
      for (int i = 0; i < 2; i++) {
        Snapshot stop = run.awaitBreak(";; adds", 1);
        seen.add(stop.thread());
        ThreadSnapshot stopped =
            stop.threads().stream().filter(t -> t.id() == stop.thread()).findFirst().orElseThrow();
        assertEquals("Breakpoint #1", stopped.status());
        assertEquals("add", stopped.function());
        assertEquals(1, run.statuses().getFirst().places().size());
        run.session.resume();
      }
      run.awaitReturn(Value.i32(30));
      assertEquals(2, seen.size());
      assertEquals(2, run.statuses().getFirst().hits());
    }
  }

  @Test
  void aThreadIsSeenBeforeItsFirstInstruction() {
    try (DebugRun run = DebugRun.of(PROGRAM, "count")) {
      run.with(onThreadStart("$argument == 20")).start();
      Snapshot stop = run.awaitBreak(";; thread begins", 1);
      assertEquals("wasi_thread_start", stop.top().function());
      assertEquals(Value.i32(20), stop.top().locals().get(1).value());
      run.session.resume();
      run.awaitReturn(Value.i32(30));
    }
  }

  @Test
  void threadsThatAllWaitAreShownWhereTheyWait() {
    try (DebugRun run = DebugRun.of(PROGRAM, "deadlock")) {
      run.with(onThreadStart("1")).start();
      run.awaitBreak(";; thread begins", 1);
      run.session.stepInto(Granularity.LINE);
      run.awaitStop();
      run.session.resume();
      Snapshot paused = pauseUntilBlocked(run);
      assertInstanceOf(StopReason.Paused.class, paused.reason());
      ThreadSnapshot main = thread(paused, "main");
      ThreadSnapshot other = thread(paused, "thread 1");
      assertEquals("await", other.function());
      assertEquals("Waits for a notification at 0x100", other.status());
      assertTrue(main.blocked());
      assertEquals(run.place(";; waits").function(), main.place().orElseThrow().function());
    }
  }

  /** A thread that runs needs a moment to get to where it waits. */
  private static Snapshot pauseUntilBlocked(DebugRun run) {
    while (true) {
      run.session.pause();
      Snapshot paused = run.awaitStop();
      if (paused.threads().stream().allMatch(ThreadSnapshot::blocked)) {
        return paused;
      }
      run.session.resume();
    }
  }

  @Test
  void aStepMovesOneThreadAlone() throws ExecutionException {
    try (DebugRun run = DebugRun.of(PROGRAM, "spin")) {
      run.breakAt(run.at(";; lets go")).start();
      run.awaitBreak(";; lets go", 1);
      int main = thread(run.session.snapshot().orElseThrow(), "main").id();
      DebugRun.await(run.session.selectThread(main));
      assertEquals("spin", run.session.snapshot().orElseThrow().top().function());
      for (int i = 0; i < 20; i++) {
        run.session.stepInto(Granularity.INSTRUCTION);
        Snapshot stepped = run.awaitStop();
        assertInstanceOf(StopReason.Step.class, stepped.reason());
        assertEquals(main, stepped.thread());
        assertEquals("Held", thread(stepped, "thread 1").status());
      }
      run.session.resume();
      run.awaitReturn(Value.i32(3));
    }
  }

  @Test
  void aStepOverAWaitLetsTheOthersGoOn() {
    try (DebugRun run = DebugRun.of(PROGRAM, "count")) {
      run.breakAt(run.at(";; waits")).start();
      Snapshot before = run.awaitBreak(";; waits", 1);
      run.breakAt();
      run.session.stepOut();
      Snapshot after = run.awaitStop();
      assertInstanceOf(StopReason.Step.class, after.reason());
      assertEquals(before.thread(), after.thread());
      assertEquals("count", after.top().function());
      run.session.resume();
      run.awaitReturn(Value.i32(30));
    }
  }

  @Test
  void onlyAThreadThatExecutesSomethingIsSelected() {
    try (DebugRun run = DebugRun.of(PROGRAM, "count").startAtEntry()) {
      ExecutionException refused =
          assertThrows(
              ExecutionException.class, () -> DebugRun.await(run.session.selectThread(77)));
      assertEquals("there is no thread 77", refused.getCause().getMessage());
    }
  }

  @Test
  void aTrapInAThreadFreezesAllAndEndsTheProgram() {
    try (DebugRun run = DebugRun.of(PROGRAM, "failing").start()) {
      Snapshot trap = run.awaitStop(";; fails", StopReason.Trapped.class);
      assertEquals("Trap: unreachable", thread(trap, "thread 1").status());
      run.session.resume();
      Outcome.Trapped outcome = assertInstanceOf(Outcome.Trapped.class, run.awaitEnd());
      assertEquals("unreachable in thread 1", outcome.message());
    }
  }

  @Test
  void aStoppedProgramWithThreadsIsEnded() {
    try (DebugRun run = DebugRun.of(PROGRAM, "count")) {
      run.breakAt(run.at(";; adds")).start();
      run.awaitBreak(";; adds", 1);
      run.session.terminate();
      assertEquals(new Outcome.Terminated(), run.awaitEnd());
    }
  }

  @Test
  void aWatchedSharedMemoryCountsEachAccessOnce() {
    try (DebugRun run = DebugRun.of(PROGRAM, "count")) {
      Target memory = new Target.OnMemory(new IndexOrName.Index(0), 0, 4, Access.WRITE);
      run.with(Breakpoint.of(1, memory).withLogMessage("touched")).start();
      run.awaitReturn(Value.i32(30));
      assertEquals(List.of("#1 touched", "#1 touched"), run.logs());
    }
  }
}
