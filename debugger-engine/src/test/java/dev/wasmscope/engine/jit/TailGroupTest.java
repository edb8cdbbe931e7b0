package dev.wasmscope.engine.jit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wasmscope.engine.probe.Counter;
import dev.wasmscope.engine.probe.FrameView;
import dev.wasmscope.engine.probe.ProbePoint;
import dev.wasmscope.engine.probe.WasmThread;
import dev.wasmscope.engine.runtime.HostCode;
import dev.wasmscope.engine.runtime.Value;
import dev.wasmscope.engine.runtime.WasmException;
import dev.wasmscope.engine.runtime.WasmFunction;
import dev.wasmscope.engine.trap.Trap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Functions that call each other in place of themselves, as one Java method. */
class TailGroupTest {

  private static final String PROGRAM =
      """
      (module
        (import "host" "call" (func $host))
        (type $state (func (param i32 i64) (result i64)))
        (table (export "table") 4 funcref)
        (elem (i32.const 0) $add $shift)
        (elem declare func $other)
        (tag $done (param i64))
        (func $add (export "add") (type $state) (local $seven i64)
          (local.set $seven (i64.add (local.get $seven) (i64.const 7)))
          (if (i32.eqz (local.get 0)) (then (return (local.get 1))))
          (return_call_indirect (type $state)
            (i32.sub (local.get 0) (i32.const 1))
            (i64.add (local.get 1) (local.get $seven))
            (i32.rem_u (local.get 0) (i32.const 3))))
        (func $shift (export "shift") (type $state)
          (if (i32.eqz (local.get 0)) (then (throw $done (local.get 1))))
          (if (i32.eq (i32.shr_u (local.get 0) (i32.const 3)) (i32.const 125))
            (then (call $host)))
          (return_call $last
            (i32.sub (local.get 0) (i32.const 1)) (i64.rotl (local.get 1) (i64.const 1))))
        (func $last (export "last") (type $state) (local $n i32)
          (loop $l
            (br_if $l (i32.lt_u
              (local.tee $n (i32.add (local.get $n) (i32.const 1))) (i32.const 3))))
          (return_call $add
            (i32.sub (local.get 0) (local.get $n))
            (i64.add (local.get 1) (i64.extend_i32_u (i32.div_u (i32.const 100) (local.get 0))))))
        (func $other (type $state) (return_call $leaf (local.get 0) (local.get 1)))
        (func $leaf (type $state) (i64.const 4711))
        (func (export "before") (type $state) (return_call $add (local.get 0) (local.get 1)))
        (func (export "change") (table.set (i32.const 1) (ref.func $other)))
        (func (export "fill") (table.set (i32.const 2) (ref.func $shift)))
        (func (export "caught") (param i32) (result i64)
          (block $h (result i64)
            (try_table (result i64) (catch $done $h)
              (call $add (local.get 0) (i64.const 1))))))
      """;

  private static final List<String> GROUP = List.of("add", "shift", "last");

  /** A program all of whose functions have been called, so that what is compiled knows them. */
  private static TestProgram start(boolean compiled, HostCode host) {
    TestProgram program = TestProgram.start(compiled, PROGRAM, host);
    GROUP.forEach(function -> run(program, function, 8));
    program.call("fill");
    GROUP.forEach(
        function ->
            program
                .probes()
                .attach(program.function(function), ProbePoint.ENTRY, new Counter())
                .detach());
    return program;
  }

  private static String run(TestProgram program, String function, int n) {
    List<Value> arguments = List.of(Value.i32(n), Value.i64(5));
    try {
      return program.thread().invoke(program.function(function), arguments).toString();
    } catch (Trap | WasmException e) {
      return e.getMessage();
    }
  }

  private static List<String> group(TestProgram program, String function) {
    return TailGroup.of(program.function(function)).stream().map(WasmFunction::name).toList();
  }

  @Test
  void whoseTailCallsLeadBackIsOne() {
    TestProgram program = TestProgram.start(true, PROGRAM);
    assertEquals(List.of("add"), group(program, "add"));
    GROUP.forEach(function -> run(program, function, 8));
    assertEquals(List.of("add", "shift", "last"), group(program, "add"));
    assertEquals(List.of("last", "add", "shift"), group(program, "last"));
    assertEquals(List.of("before"), group(program, "before"));
  }

  @Test
  void whoseProbesMustBeHeardIsInNone() {
    TestProgram program = start(true, _ -> {});
    program.probes().attach(program.function("shift"), ProbePoint.ENTRY, _ -> {});
    assertEquals(List.of("add"), group(program, "add"));
  }

  @ParameterizedTest
  @CsvSource({"add, 1000", "add, 1001", "add, 1002", "shift, 1000", "shift, 77", "last, 5000"})
  void allEndsAreThoseOfTheInterpreter(String function, int n) {
    assertEquals(run(start(false, _ -> {}), function, n), run(start(true, _ -> {}), function, n));
  }

  @Test
  void tailCallsAreJumpsAndTakeNoStack() {
    TestProgram program = start(true, _ -> {});
    assertEquals(run(start(false, _ -> {}), "last", 900_001), run(program, "last", 900_001));
    assertEquals(Map.of(), program.jit().report().refused());
  }

  /** All frames wherever the thread stops: where it pauses, and where it traps in the end. */
  private static List<String> stops(boolean compiled) {
    List<String> seen = new ArrayList<>();
    AtomicReference<WasmThread> thread = new AtomicReference<>();
    TestProgram program = start(compiled, _ -> thread.get().pause());
    thread.set(program.thread());
    program
        .thread()
        .stopHandler(
            (stopped, reason) ->
                stopped.frames().forEach(frame -> seen.add(reason + " in " + describe(frame))));
    run(program, "add", 1003);
    return seen;
  }

  @Test
  void whoStopsIsTheFunctionThatRunsNow() {
    List<String> stops = stops(false);
    assertEquals(stops, stops(true));
    assertEquals(2, stops.size());
  }

  /** Counts of visits to the functions from the moment on when the host is called. */
  private static List<Long> countsFromTheMiddle(boolean compiled) {
    List<Counter> counters = new ArrayList<>();
    AtomicReference<TestProgram> started = new AtomicReference<>();
    TestProgram program =
        start(
            compiled,
            _ -> {
              for (String function : counters.isEmpty() ? GROUP : List.<String>of()) {
                counters.add(new Counter());
                started
                    .get()
                    .probes()
                    .attach(started.get().function(function), ProbePoint.ENTRY, counters.getLast());
              }
            });
    started.set(program);
    run(program, "add", 1003);
    return counters.stream().map(counter -> counter.count).toList();
  }

  @Test
  void newProbesOfAMemberAreHeardWhileTheGroupRuns() {
    List<Long> counts = countsFromTheMiddle(false);
    assertEquals(counts, countsFromTheMiddle(true));
    assertTrue(counts.stream().allMatch(count -> count > 50), counts.toString());
  }

  @Test
  void aTableMayChange() {
    List<List<String>> results = new ArrayList<>();
    for (boolean compiled : new boolean[] {false, true}) {
      TestProgram program = start(compiled, _ -> {});
      List<String> found = new ArrayList<>(List.of(run(program, "add", 1000)));
      program.call("change");
      found.add(run(program, "add", 1000));
      results.add(found);
    }
    assertEquals(results.getFirst(), results.getLast());
    assertEquals("[i64.const 4711]", results.getFirst().getLast());
  }

  private static String describe(FrameView frame) {
    List<Value> locals = IntStream.range(0, frame.localCount()).mapToObj(frame::local).toList();
    return frame.function().name() + " " + locals + " " + frame.operands();
  }
}
