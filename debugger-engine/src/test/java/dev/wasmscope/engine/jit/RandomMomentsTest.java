package dev.wasmscope.engine.jit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wasmscope.engine.interp.Interpreter;
import dev.wasmscope.engine.probe.FrameView;
import dev.wasmscope.engine.probe.Probes;
import dev.wasmscope.engine.probe.StopReason;
import dev.wasmscope.engine.probe.WasmThread;
import dev.wasmscope.engine.runtime.Imports;
import dev.wasmscope.engine.runtime.Linker;
import dev.wasmscope.engine.runtime.Store;
import dev.wasmscope.engine.runtime.StoreLimits;
import dev.wasmscope.engine.runtime.Value;
import dev.wasmscope.engine.tier.Compiler;
import dev.wasmscope.engine.tier.Departure;
import dev.wasmscope.engine.tier.Fuel;
import dev.wasmscope.engine.tier.GearThread;
import dev.wasmscope.wasm.instr.FeatureSet;
import dev.wasmscope.wasm.source.Span;
import dev.wasmscope.wasm.text.WatParser;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whenever compiled code is interrupted, all frames are as the interpreter has them after as many
 * calls and rounds of loops; and it goes on to the same result.
 */
@Timeout(60)
class RandomMomentsTest {

  private static final String PROGRAM =
      """
      (module
        (memory 1)
        (type $op (func (param i32 i64) (result i64)))
        (type $pair (struct (field i32) (field f64)))
        (tag $odd (param i32))
        (type $state (func (param i32 i64 f32) (result i64)))
        (table funcref (elem $spread $recur $caught $walk))
        (table $states funcref (elem $up $down $around))
        (global $seed (mut i64) (i64.const 88172645463325252))
        (func $random (result i64)
          (global.set $seed (i64.xor (global.get $seed) (i64.shl (global.get $seed) (i64.const 13))))
          (global.set $seed (i64.xor (global.get $seed) (i64.shr_u (global.get $seed) (i64.const 7))))
          (global.set $seed (i64.xor (global.get $seed) (i64.shl (global.get $seed) (i64.const 17))))
          (global.get $seed))
        (func $spread (type $op) (local $x f32) (local $v v128) (local $i i32)
          (local.set $v (i32x4.splat (local.get 0)))
          (i64.mul
            (i64.add (local.get 1) (i64.const 3))
            (loop $l (result i64)
              (local.set $x (f32.add (f32.mul (local.get $x) (f32.const 1.5)) (f32.const 0.25)))
              (local.set $v (i32x4.add (local.get $v) (i32x4.splat (local.get $i))))
              (v128.store (i32.shl (i32.and (local.get $i) (i32.const 63)) (i32.const 4)) (local.get $v))
              (br_if $l (i32.lt_u
                (local.tee $i (i32.add (local.get $i) (i32.const 1)))
                (i32.and (local.get 0) (i32.const 31))))
              (i64.add
                (i64.extend_i32_s (i32x4.extract_lane 2 (local.get $v)))
                (i64.trunc_sat_f32_s (local.get $x))))))
        (func $recur (type $op)
          (if (result i64) (i32.lt_s (local.get 0) (i32.const 2))
            (then (local.get 1))
            (else
              (i64.sub
                (call $recur (i32.sub (local.get 0) (i32.const 1)) (i64.const 5))
                (call $recur
                  (i32.sub (local.get 0) (i32.const 2))
                  (i64.rotl (local.get 1) (i64.const 9)))))))
        (func $raise (param i32)
          (if (i32.and (local.get 0) (i32.const 1)) (then (throw $odd (local.get 0)))))
        (func $caught (type $op) (local $n i32) (local $got i32) (local $p (ref null $pair)) (local $small (ref i31))
          (local.set $n (i32.const 5))
          (local.set $small (ref.i31 (local.get 0)))
          (loop $again
            (block $h (result i32)
              (try_table (catch $odd $h) (call $raise (i32.add (local.get 0) (local.get $n))))
              (i32.const 1000))
            (local.set $got)
            (local.set 1 (i64.add (local.get 1) (i64.extend_i32_u (local.get $got))))
            (local.set $p
              (struct.new $pair (local.get $n) (f64.convert_i64_s (local.get 1))))
            (local.set 1 (i64.xor (local.get 1)
              (i64.reinterpret_f64 (struct.get $pair 1 (local.get $p)))))
            (br_if $again (local.tee $n (i32.sub (local.get $n) (i32.const 1)))))
          (i64.add (local.get 1) (i64.extend_i32_s (i31.get_s (local.get $small)))))
        (func $walk (type $op)
          (return_call $up (local.get 0) (local.get 1) (f32.const 0.5)))
        (func $up (type $state) (local $i i32)
          (loop $l
            (local.set 1 (i64.add (i64.mul (local.get 1) (i64.const 7)) (i64.extend_i32_u (local.get $i))))
            (br_if $l (i32.lt_u
              (local.tee $i (i32.add (local.get $i) (i32.const 1)))
              (i32.and (local.get 0) (i32.const 3)))))
          (if (i32.eqz (local.get 0))
            (then (return (i64.xor (local.get 1) (i64.extend_i32_u (i32.reinterpret_f32 (local.get 2)))))))
          (return_call_indirect $states (type $state)
            (i32.sub (local.get 0) (i32.const 1))
            (i64.add (local.get 1) (call $random))
            (f32.mul (local.get 2) (f32.const 1.25))
            (i32.rem_u (i32.wrap_i64 (i64.shr_u (local.get 1) (i64.const 9))) (i32.const 3))))
        (func $down (type $state) (local $f f64)
          (local.set $f (f64.promote_f32 (local.get 2)))
          (i32.eqz (local.get 0))
          (if (then (return (local.get 1))))
          (i64.const 77)
          (i64.store (i32.const 4096) (i64.add (local.get 1) (call $random)))
          (i64.add (i64.load (i32.const 4096)))
          (local.set 1)
          (return_call $around
            (i32.sub (local.get 0) (i32.const 1))
            (i64.rotl (local.get 1) (i64.const 3))
            (f32.demote_f64 (local.get $f))))
        (func $around (type $state) (local $f f64) (local $caught (ref null $pair))
          (local.set $f (f64.add (local.get $f) (f64.promote_f32 (local.get 2))))
          (local.set $caught (struct.new $pair (local.get 0) (local.get $f)))
          (if (i32.eqz (local.get 0)) (then (return (i64.const 3))))
          (return_call $up
            (i32.sub (struct.get $pair 0 (local.get $caught)) (i32.const 1))
            (i64.xor (local.get 1) (i64.const 0x5555))
            (f32.demote_f64 (struct.get $pair 1 (local.get $caught)))))
        (func (export "main") (param $n i32) (result i64) (local $sum i64) (local $d f64)
          (loop $l
            (local.set $d (f64.sqrt (f64.add (local.get $d) (f64.convert_i32_s (local.get $n)))))
            (local.set $sum
              (i64.add
                (local.get $sum)
                (call_indirect (type $op)
                  (i32.and (i32.wrap_i64 (call $random)) (i32.const 15))
                  (local.get $sum)
                  (i32.and (local.get $n) (i32.const 3)))))
            (i64.store (i32.const 2048) (local.get $sum))
            (br_if $l (local.tee $n (i32.sub (local.get $n) (i32.const 1)))))
          (i64.xor (local.get $sum) (i64.load (i32.const 2048)))))
      """;

  private static final int MOMENTS = 1000;

  private static final int ROUNDS = 3000;

  /** Fuel in portions that end at some moments, when the stack is written down. */
  private static final class Moments implements Fuel {
    private final NavigableSet<Long> moments;
    private final TreeMap<Long, String> seen = new TreeMap<>();
    private WasmThread thread;
    private long given;

    Moments(NavigableSet<Long> moments) {
      this.moments = moments;
    }

    @Override
    public long more(long used) {
      if (moments.contains(used)) {
        seen.put(used, describe(thread));
      }
      Long next = moments.higher(used);
      long portion = next == null ? Long.MAX_VALUE / 2 : next - used;
      given = used + portion;
      return portion;
    }

    /** Calls and rounds of loops counted so far. */
    long used() {
      return given - ((GearThread) thread).fuel;
    }
  }

  /** A run of the program in one of the gears. */
  private static final class Run {
    private final Moments fuel;
    private final Interpreter gear;
    private final WasmThread thread;
    private final dev.wasmscope.engine.runtime.Instance instance;

    Run(boolean compiled, int limit, NavigableSet<Long> moments) {
      this(compiled, limit, Vectors.AT_ONCE, moments);
    }

    Run(boolean compiled, int limit, Vectors vectors, NavigableSet<Long> moments) {
      fuel = new Moments(moments);
      var parsed = WatParser.parse(PROGRAM.getBytes(StandardCharsets.UTF_8), FeatureSet.ALL);
      assertEquals(List.of(), parsed.diagnostics());
      Store store = new Store(StoreLimits.DEFAULT);
      Compiler compiler = compiled ? new Jit(Runnable::run, fuel, limit, vectors) : Compiler.NONE;
      gear = new Interpreter(store, new Probes(), compiler, 0, fuel);
      thread = gear.newThread("main");
      fuel.thread = thread;
      instance =
          new Linker(store, thread)
              .instantiate(parsed.module(), _ -> Span.at(0), new Imports(store));
    }

    List<Value> result() {
      return result(ROUNDS);
    }

    List<Value> result(int rounds) {
      return thread.invoke(
          instance.exportedFunction("main").orElseThrow(), List.of(Value.i32(rounds)));
    }
  }

  /** All frames with all values. */
  private static String describe(WasmThread thread) {
    StringBuilder text = new StringBuilder();
    for (FrameView frame : thread.frames()) {
      text.append(frame.place()).append(" depth ").append(frame.depth()).append(" locals");
      for (int i = 0; i < frame.localCount(); i++) {
        text.append(' ').append(value(frame.local(i)));
      }
      text.append(" operands");
      frame.operands().forEach(operand -> text.append(' ').append(value(operand)));
      text.append('\n');
    }
    return text.toString();
  }

  private static String value(Value value) {
    if (value instanceof Value.Ref(Object target, _)
        && target instanceof dev.wasmscope.engine.runtime.StructInstance) {
      return "a structure";
    }
    return value + "/" + Long.toHexString(value.slotBits());
  }

  /** Moments that are different every time, but the same in every run of the test. */
  private static NavigableSet<Long> moments(long seed) {
    Run run = new Run(false, 0, new TreeSet<>());
    run.result();
    long total = run.fuel.used();
    SplittableRandom random = new SplittableRandom(seed);
    NavigableSet<Long> moments = new TreeSet<>(List.of(0L));
    while (moments.size() < MOMENTS) {
      moments.add(random.nextLong(1, total));
    }
    return moments;
  }

  @ParameterizedTest
  @EnumSource
  void framesAreThoseOfTheInterpreter(Vectors vectors) {
    framesAreThoseOfTheInterpreter(UnitAssembler.HOTSPOT_LIMIT, vectors);
  }

  @ParameterizedTest
  @EnumSource
  void framesOfSplitFunctionsAreThoseOfTheInterpreter(Vectors vectors) {
    framesAreThoseOfTheInterpreter(150, vectors);
  }

  private static void framesAreThoseOfTheInterpreter(int limit, Vectors vectors) {
    NavigableSet<Long> moments = moments(limit);
    Run interpreted = new Run(false, 0, moments);
    List<Value> expected = interpreted.result();
    Run compiled = new Run(true, limit, vectors, moments);
    assertEquals(expected, compiled.result());
    assertEquals(MOMENTS, compiled.fuel.seen.size());
    for (long moment : moments) {
      assertEquals(
          interpreted.fuel.seen.get(moment), compiled.fuel.seen.get(moment), "after " + moment);
    }
    long departures = compiled.gear.departed().get(Departure.FUEL);
    assertTrue(departures > MOMENTS / 2, departures + " moments in compiled code");
  }

  /** Functions are called for the first time then, and interpreted above frames that are not. */
  @Test
  void eachOfTheFirstMomentsAloneToo() {
    for (long moment = 1; moment < 60; moment++) {
      NavigableSet<Long> moments = new TreeSet<>(List.of(moment));
      Run interpreted = new Run(false, 0, moments);
      Run compiled = new Run(true, UnitAssembler.HOTSPOT_LIMIT, moments);
      assertEquals(interpreted.result(10), compiled.result(10));
      assertEquals(interpreted.fuel.seen, compiled.fuel.seen);
    }
  }

  @Test
  void pausesFromAnotherThreadAreSuchMoments() throws InterruptedException {
    Run paused = new Run(true, UnitAssembler.HOTSPOT_LIMIT, new TreeSet<>());
    TreeMap<Long, String> seen = new TreeMap<>();
    paused.thread.stopHandler(
        (thread, reason) -> {
          assertEquals(new StopReason.Paused(), reason);
          // A stop comes behind the count of its poll; the interpreter asks for fuel before.
          seen.put(paused.fuel.used() - 1, describe(thread));
        });
    List<List<Value>> results = new ArrayList<>();
    Thread carrier = Thread.ofPlatform().start(() -> results.add(paused.result()));
    SplittableRandom random = new SplittableRandom(1);
    while (carrier.isAlive()) {
      paused.thread.pause();
      carrier.join(java.time.Duration.ofNanos(random.nextLong(1, 200_000)));
    }
    NavigableSet<Long> moments = new TreeSet<>(seen.keySet());
    moments.add(0L);
    Run interpreted = new Run(false, 0, moments);
    assertEquals(List.of(interpreted.result()), results);
    seen.forEach(
        (at, frames) -> assertEquals(interpreted.fuel.seen.get(at), frames, "after " + at));
    assertTrue(!seen.isEmpty());
  }
}
