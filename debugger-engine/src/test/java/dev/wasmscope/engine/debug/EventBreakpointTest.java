package dev.wasmscope.engine.debug;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wasmscope.engine.breakpoint.Breakpoint;
import dev.wasmscope.engine.breakpoint.EventKind;
import dev.wasmscope.engine.breakpoint.Target;
import dev.wasmscope.wasm.type.NumType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Breakpoints on what happens, wherever it does. */
@Timeout(60)
class EventBreakpointTest {

  private static final String MODULE =
      """
      (module
        (import "host" "read" (func $read (param i32) (result i32)))
        (import "host" "write" (func $write (param i32)))
        (memory 1 3)
        (tag $t)
        (func (export "main") (result i32)
          (block $caught (try_table (catch $t $caught)
            throw $t ;; throws
          ))
          (memory.grow (i32.const 1)) ;; grows
          (call $read) ;; reads
          (call $write) ;; writes
          (i32.load (i32.const -1)) ;; traps
        ))
      """;

  private final List<Integer> written = new ArrayList<>();

  private DebugRun main() {
    return DebugRun.of(MODULE, "main")
        .host(
            "read",
            List.of(NumType.I32),
            List.of(NumType.I32),
            call -> call.returnI32(call.i32(0) + 1))
        .host("write", List.of(NumType.I32), List.of(), call -> written.add(call.i32(0)));
  }

  private static Target event(EventKind kind) {
    return new Target.OnEvent(kind, Optional.empty());
  }

  @Test
  void everyEventStopsWhereItHappens() {
    try (DebugRun run = main()) {
      run.breakAt(event(EventKind.EXCEPTION), event(EventKind.MEMORY_GROW), event(EventKind.TRAP))
          .start();
      run.awaitBreak(";; throws", 1);
      run.session.resume();
      run.awaitBreak(";; grows", 2);
      assertEquals(2, run.memory().pages());
      run.session.resume();
      run.awaitStop(";; traps", StopReason.Trapped.class);
      assertEquals(List.of(1L, 1L, 1L), run.statuses().stream().map(s -> s.hits()).toList());
      assertEquals(List.of(2), written);
    }
  }

  @Test
  void aHostCallStopsBeforeItIsMade() {
    try (DebugRun run = main()) {
      run.breakAt(new Target.OnEvent(EventKind.HOST_CALL, Optional.of("host.w*"))).start();
      run.awaitBreak(";; writes", 1);
      assertEquals(List.of(), written);
      run.session.stepOver(Granularity.LINE);
      run.awaitStop(";; traps", StopReason.Step.class);
      assertEquals(List.of(2), written);
    }
  }

  @Test
  void withoutAPatternEveryHostCallStops() {
    try (DebugRun run = main()) {
      run.breakAt(event(EventKind.HOST_CALL)).start();
      run.awaitBreak(";; reads", 1);
      run.session.resume();
      run.awaitBreak(";; writes", 1);
    }
  }

  @Test
  void aTrapIsLoggedAndStopsAllTheSame() {
    try (DebugRun run = main()) {
      run.with(Breakpoint.of(1, event(EventKind.TRAP)).withLogMessage("oh {s[0]}")).start();
      run.awaitStop(";; traps", StopReason.Trapped.class);
      assertTrue(run.awaitLog().startsWith("#1 oh "));
    }
  }

  @Test
  void aStepFromAGrowthGoesOnBehindIt() {
    try (DebugRun run = main()) {
      run.breakAt(event(EventKind.MEMORY_GROW)).start();
      run.awaitBreak(";; grows", 1);
      run.session.stepOver(Granularity.INSTRUCTION);
      run.awaitStop(";; reads", StopReason.Step.class);
    }
  }

  @Test
  void aThreadStartNeedsAFunctionThatThreadsBeginWith() {
    try (DebugRun run = main()) {
      run.breakAt(event(EventKind.THREAD_START)).start();
      run.awaitStop(";; traps", StopReason.Trapped.class);
      assertEquals(
          "the module exports no function wasi_thread_start for threads",
          run.statuses().getFirst().problem());
    }
  }
}
