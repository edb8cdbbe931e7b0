package dev.wasmscope.engine.debug;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.wasmscope.engine.breakpoint.Access;
import dev.wasmscope.engine.breakpoint.IndexOrName;
import dev.wasmscope.engine.breakpoint.Target;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Breakpoints on memory and globals stop before the instruction that touches them. */
@Timeout(60)
class DataBreakpointTest {

  private static final String ACCESSES =
      """
      (module
        (memory $m 1 1)
        (memory $other 1)
        (global $g (mut i32) (i32.const 0))
        (data $d "abcdef")
        (func (export "main")
          (i32.store (i32.const 100) (i32.const 7)) ;; store
          (i32.store $other (i32.const 100) (i32.const 7)) ;; other memory
          (drop (i64.load (i32.const 92))) ;; load below
          (drop (i64.load (i32.const 93))) ;; load touches
          (i32.store8 offset=3 (i32.const 100) (i32.const 1)) ;; last byte
          (i32.store8 offset=4 (i32.const 100) (i32.const 1)) ;; behind
          (memory.fill (i32.const 90) (i32.const 0) (i32.const 11)) ;; fill
          (memory.fill (i32.const 100) (i32.const 0) (i32.const 0)) ;; fill nothing
          (memory.copy (i32.const 0) (i32.const 98) (i32.const 4)) ;; copy from
          (memory.copy (i32.const 103) (i32.const 0) (i32.const 4)) ;; copy to
          (memory.init $d (i32.const 99) (i32.const 0) (i32.const 2)) ;; init
          (drop (i32.atomic.rmw.add (i32.const 100) (i32.const 1))) ;; atomic
          (v128.store (i32.const 88) (v128.const i64x2 0 0)) ;; vector
          (global.set $g (global.get $g)) ;; global
        )
        (func (export "end")
          (i32.store8 (i32.const 65535) (i32.const 1)) ;; last
          (i32.store8 (i32.const 65534) (i32.const 1)) ;; last but one
        )
        (func (export "outside")
          (i32.store (i32.const -2) (i32.const 1)) ;; traps
        ))
      """;

  private static List<String> stops(DebugRun run, String wat, Target target) {
    run.breakAt(target).start();
    List<String> lines = wat.lines().toList();
    List<String> markers = new ArrayList<>();
    while (true) {
      DebugEvent event = run.awaitStopOrEnd();
      if (!(event instanceof DebugEvent.Stopped(Snapshot snapshot))) {
        return markers;
      }
      markers.add(lines.get(run.lineOf(snapshot) - 1).replaceAll(".*;; ", ""));
      run.session.resume();
    }
  }

  private static Target memory(long address, long length, Access access) {
    return new Target.OnMemory(new IndexOrName.Index(0), address, length, access);
  }

  private static List<String> touching(Access access) {
    try (DebugRun run = DebugRun.of(ACCESSES, "main")) {
      return stops(run, ACCESSES, memory(100, 4, access));
    }
  }

  @Test
  void writesOfEveryKindStop() {
    assertEquals(
        List.of("store", "last byte", "fill", "copy to", "init", "atomic", "vector"),
        touching(Access.WRITE));
  }

  @Test
  void readsOfEveryKindStop() {
    assertEquals(List.of("load touches", "copy from", "atomic"), touching(Access.READ));
  }

  @Test
  void bothStopInTheirOrder() {
    assertEquals(
        List.of(
            "store",
            "load touches",
            "last byte",
            "fill",
            "copy from",
            "copy to",
            "init",
            "atomic",
            "vector"),
        touching(Access.READ_WRITE));
  }

  @Test
  void aRangeUpToTheEndOfTheAddressSpaceDoesNotOverflow() {
    try (DebugRun run = DebugRun.of(ACCESSES, "end")) {
      assertEquals(List.of("last"), stops(run, ACCESSES, memory(65535, -65535L, Access.WRITE)));
    }
  }

  @Test
  void whatTrapsIsSeenToo() {
    try (DebugRun run = DebugRun.of(ACCESSES, "outside")) {
      run.breakAt(memory(0xffff_ffffL, 1, Access.WRITE)).start();
      run.awaitBreak(";; traps", 1);
      run.session.resume();
      run.awaitStop(";; traps", StopReason.Trapped.class);
    }
  }

  @Test
  void aMemoryIsFoundByName() {
    try (DebugRun run = DebugRun.of(ACCESSES, "main")) {
      Target target =
          new Target.OnMemory(new IndexOrName.Name("$other"), 100, 4, Access.READ_WRITE);
      assertEquals(List.of("other memory"), stops(run, ACCESSES, target));
    }
  }

  @Test
  void globalsStopByAccess() {
    for (Access access : Access.values()) {
      try (DebugRun run = DebugRun.of(ACCESSES, "main")) {
        Target target = new Target.OnGlobal(new IndexOrName.Name("$g"), access);
        int expected = access == Access.READ_WRITE ? 2 : 1;
        assertEquals(expected, stops(run, ACCESSES, target).size(), access.keyword());
      }
    }
  }

  @Test
  void whatIsNotThereIsSaid() {
    try (DebugRun run = DebugRun.of(ACCESSES, "end")) {
      run.breakAt(
              new Target.OnMemory(new IndexOrName.Index(2), 0, 1, Access.WRITE),
              new Target.OnGlobal(new IndexOrName.Name("$h"), Access.WRITE))
          .start();
      run.awaitReturn();
      assertEquals(
          List.of(
              "there is no memory 2; the module has 2", "there is no global $h; the module has 1"),
          run.statuses().stream().map(BreakpointStatus::problem).toList());
    }
  }
}
