package dev.wasmscope.engine.jit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wasmscope.engine.probe.Counter;
import dev.wasmscope.engine.probe.Inline;
import dev.wasmscope.engine.probe.Probe;
import dev.wasmscope.engine.probe.ProbePoint;
import dev.wasmscope.engine.runtime.Value;
import dev.wasmscope.engine.runtime.WasmFunction;
import dev.wasmscope.engine.tier.Departure;
import dev.wasmscope.engine.tier.Fuel;
import dev.wasmscope.engine.trap.Trap;
import dev.wasmscope.wasm.binary.CodeReader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Probes work alike in both gears, wherever compiled code is left. */
@Timeout(60)
class CompiledProbesTest {

  private static final String PROGRAM =
      """
      (module
        (import "host" "call" (func $host))
        (memory 1)
        (tag $t (param i32))
        (global $g (mut i32) (i32.const 0))
        (func (export "main") (param $n i32) (result i32) (local $sum i32)
          (loop $l
            (local.set $sum (i32.add (local.get $sum) (call $pick (local.get $n))))
            (local.set $sum (i32.add (local.get $sum) (call $early (local.get $n))))
            (local.set $sum (i32.add (local.get $sum) (call $down (local.get $n) (i32.const 0))))
            (local.set $sum (i32.add (local.get $sum) (call $caught (local.get $n))))
            (i32.store (i32.shl (local.get $n) (i32.const 2)) (local.get $sum))
            (call $host)
            (br_if $l (local.tee $n (i32.sub (local.get $n) (i32.const 1)))))
          (local.get $sum))
        (func $pick (param i32) (result i32)
          (block $a (block $b (block $c
            (br_table $a $b $c (i32.and (local.get 0) (i32.const 3))))
            (return (i32.const 1)))
            (br 1 (i32.const 2)))
          (if (result i32) (i32.and (local.get 0) (i32.const 8))
            (then (i32.const 3)) (else (i32.const 4))))
        (func $early (param i32) (result i32)
          (drop (br_if 0 (i32.const 5) (i32.and (local.get 0) (i32.const 1))))
          (return_call $down (local.get 0) (i32.const 1)))
        (func $down (param i32) (param i32) (result i32)
          (if (i32.eqz (local.get 0)) (then (return (local.get 1))))
          (return_call $down
            (i32.sub (local.get 0) (i32.const 1)) (i32.xor (local.get 1) (local.get 0))))
        (func $caught (param i32) (result i32)
          (block $h (result i32)
            (try_table (catch $t $h)
              (if (i32.and (local.get 0) (i32.const 1)) (then (throw $t (local.get 0)))))
            (i32.const 9)))
        (func (export "divide") (param i32) (result i32)
          (i32.add (i32.const 1) (i32.div_u (i32.const 10) (local.get 0))))
        (func (export "wild") (param i32) (result i32)
          (i32.load (i32.shl (local.get 0) (i32.const 16)))))
      """;

  /** Counters of all functions, one for each instruction and one for each end of a call. */
  private static List<Counter> countAll(TestProgram program) {
    List<Counter> counters = new ArrayList<>();
    for (var function : program.instance().functions()) {
      if (function instanceof WasmFunction wasm) {
        CodeReader code = CodeReader.ofBody(wasm.definition().body());
        while (code.nextOffset() < wasm.definition().body().length()) {
          code.next();
          counters.add(attached(program, wasm, ProbePoint.at(code.offset())));
        }
        counters.add(attached(program, wasm, ProbePoint.ENTRY));
        counters.add(attached(program, wasm, ProbePoint.EXIT));
      }
    }
    return counters;
  }

  private static Counter attached(TestProgram program, WasmFunction function, ProbePoint point) {
    Counter counter = new Counter();
    program.probes().attach(function, point, counter);
    return counter;
  }

  private static List<Long> counts(TestProgram program) {
    List<Counter> counters = countAll(program);
    program.call("main", 100);
    assertThrows(Trap.class, () -> program.call("divide", 0));
    program.call("divide", 3);
    assertThrows(Trap.class, () -> program.call("wild", 1));
    return counters.stream().map(counter -> counter.count).toList();
  }

  @Test
  void countersCountAlike() {
    List<Long> interpreted = counts(TestProgram.start(false, PROGRAM));
    TestProgram compiled = TestProgram.start(true, PROGRAM);
    assertEquals(interpreted, counts(compiled));
    assertTrue(compiled.jit().report().functions() > 5);
    assertEquals(interpreted, counts(TestProgram.start(true, PROGRAM, _ -> {}, _ -> 1)));
    assertEquals(interpreted, counts(TestProgram.start(true, PROGRAM, _ -> {}, _ -> 3)));
  }

  @Test
  void countersAreNoReasonToLeave() {
    TestProgram program = TestProgram.start(true, PROGRAM);
    countAll(program);
    program.call("main", 100);
    assertEquals(0, program.gear().departed().get(Departure.PROBES));
  }

  /** One that wants to be heard wherever it is. */
  private record Heard(List<String> heard) implements Probe {
    @Override
    public void fire(dev.wasmscope.engine.probe.FrameView frame) {
      heard.add(frame.place() + " " + frame.operands() + " " + frame.localBits(0));
    }

    @Override
    public Inline inline(WasmFunction function, int offset) {
      return Inline.ALWAYS;
    }
  }

  @Test
  void whatIsLeftForIsHeardOnceWithAllValues() {
    List<String> interpreted = heard(false, Fuel.UNLIMITED);
    assertTrue(interpreted.size() > 1000);
    assertEquals(interpreted, heard(true, Fuel.UNLIMITED));
    assertEquals(interpreted, heard(true, _ -> 1));
  }

  private static List<String> heard(boolean compiled, Fuel fuel) {
    TestProgram program = TestProgram.start(compiled, PROGRAM, _ -> {}, fuel);
    List<String> heard = new ArrayList<>();
    for (ProbePoint point :
        List.of(
            ProbePoint.ENTRY,
            ProbePoint.EXIT,
            ProbePoint.LOOP_HEADERS,
            ProbePoint.BRANCHES,
            ProbePoint.MEMORY_ACCESSES)) {
      program.probes().attachEverywhere(point, new Heard(heard));
    }
    program.call("main", 20);
    assertThrows(Trap.class, () -> program.call("wild", 1));
    return heard;
  }

  @Test
  void aFunctionIsCompiledAnewWhenItsProbesChange() {
    TestProgram program = TestProgram.start(true, PROGRAM);
    program.call("divide", 3);
    Counter counter = new Counter();
    var attachment = program.probes().attach(program.function("divide"), ProbePoint.ENTRY, counter);
    program.call("divide", 3);
    program.call("divide", 3);
    assertEquals(2, counter.count);
    attachment.detach();
    program.call("divide", 3);
    assertEquals(List.of(Value.i32(3)), program.call("divide", 5));
    assertEquals(2, counter.count);
    assertEquals(3, program.jit().report().functions());
    assertEquals(2, program.jit().report().discarded());
  }
}
