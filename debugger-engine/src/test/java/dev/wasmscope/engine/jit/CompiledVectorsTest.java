package dev.wasmscope.engine.jit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.wasmscope.engine.runtime.Value;
import dev.wasmscope.engine.tier.Fuel;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Vectors come to all places where they leave compiled code, and back, with the same bits. */
@Timeout(60)
class CompiledVectorsTest {

  /** Each function takes a number, and answers one made of a vector. */
  private static final String TEXT =
      """
      (module
        (type $struct (struct (field (mut v128)) (field i32)))
        (type $array (array (mut v128)))
        (type $pick (func (param v128 i32 v128) (result v128)))
        (tag $thrown (param v128 i32))
        (memory 1)
        (global $global (mut v128) (v128.const i32x4 1 2 3 4))
        (table funcref (elem $pick))

        (func $sum (param v128) (result i32)
          (i32.add
            (i32.add (i32x4.extract_lane 0 (local.get 0)) (i32x4.extract_lane 1 (local.get 0)))
            (i32.mul (i32x4.extract_lane 2 (local.get 0)) (i32x4.extract_lane 3 (local.get 0)))))
        (func $pick (type $pick)
          (if (result v128) (local.get 1) (then (local.get 0)) (else (local.get 2))))
        (func $pair (param i32) (result v128 v128)
          (i32x4.splat (local.get 0)) (v128.const i32x4 9 8 7 6))
        (func $tail (param v128 i32) (result v128)
          (if (i32.eqz (local.get 1)) (then (return (local.get 0))))
          (return_call $otherTail
            (i32x4.add (local.get 0) (i32x4.splat (local.get 1)))
            (i32.sub (local.get 1) (i32.const 1))))
        (func $otherTail (param v128 i32) (result v128)
          (return_call $tail (local.get 0) (local.get 1)))

        (func (export "calls") (param i32) (result i32)
          (call $sum
            (call $pick (i32x4.splat (local.get 0)) (local.get 0) (global.get $global))))
        (func (export "indirect") (param i32) (result i32)
          (call $sum
            (call_indirect (type $pick)
              (v128.const i64x2 5 6) (local.get 0) (global.get $global) (i32.const 0))))
        (func (export "results") (param i32) (result i32)
          (call $sum (i32x4.sub (call $pair (local.get 0)))))
        (func (export "tails") (param i32) (result i32)
          (call $sum (call $tail (v128.const i32x4 1 2 3 4) (local.get 0))))
        (func (export "globals") (param i32) (result i32)
          (global.set $global (i32x4.add (global.get $global) (i32x4.splat (local.get 0))))
          (call $sum (global.get $global)))
        (func (export "structures") (param i32) (result i32) (local $s (ref null $struct))
          (local.set $s (struct.new $struct (i32x4.splat (local.get 0)) (i32.const 1)))
          (struct.set $struct 0 (local.get $s)
            (i32x4.mul (struct.get $struct 0 (local.get $s)) (i32x4.splat (i32.const 3))))
          (call $sum (struct.get $struct 0 (local.get $s))))
        (func (export "arrays") (param i32) (result i32) (local $a (ref null $array))
          (local.set $a (array.new $array (i32x4.splat (local.get 0)) (i32.const 4)))
          (array.set $array (local.get $a) (i32.const 1) (v128.const i32x4 1 1 1 1))
          (array.fill $array (local.get $a) (i32.const 2) (v128.const i32x4 4 3 2 1) (i32.const 1))
          (call $sum
            (i32x4.add
              (array.get $array (local.get $a) (i32.const 0))
              (i32x4.add
                (array.get $array (local.get $a) (i32.const 1))
                (i32x4.add
                  (array.get $array (local.get $a) (i32.const 2))
                  (array.get $array
                    (array.new_fixed $array 2
                      (global.get $global) (i32x4.splat (local.get 0)))
                    (i32.const 1)))))))
        (func (export "exceptions") (param i32) (result i32)
          (block $caught (result v128 i32)
            (try_table (catch $thrown $caught)
              (throw $thrown (i32x4.splat (local.get 0)) (i32.const 2)))
            (unreachable))
          (drop)
          (call $sum))
        (func (export "shuffles") (param i32) (result i32) (local $a v128) (local $b v128)
          (local.set $a (i32x4.mul (i32x4.splat (local.get 0)) (v128.const i32x4 1 203 40507 -6)))
          (local.set $b (i32x4.add (local.get $a) (v128.const i32x4 9 1000 -70000 5)))
          (i32.xor
            (call $sum (i32x4.add
              (i8x16.shuffle 3 15 0 7 2 2 9 8 14 1 11 12 6 5 4 13 (local.get $a) (local.get $b))
              (i8x16.shuffle 31 16 30 17 29 18 28 19 27 20 26 21 25 22 24 23
                (local.get $a) (local.get $b))))
            (call $sum
              (i8x16.shuffle 31 0 30 1 29 2 28 3 27 4 26 5 25 6 24 7
                (local.get $a) (local.get $b)))))
        (func (export "loops") (param i32) (result i32)
          (local $sum v128) (local $unset v128) (local $floats v128)
          (loop $next
            (local.set $sum
              (i32x4.add (local.get $sum)
                (select (local.get $unset) (i32x4.splat (local.get 0)) (i32.and (local.get 0) (i32.const 1)))))
            (local.set $floats
              (f32x4.sub (f32x4.convert_i32x4_s (local.get $sum))
                (f32x4.div (local.get $floats) (local.get $unset))))
            (v128.store offset=16 (i32.const 3) (local.get $floats))
            (local.set $sum (i32x4.add (local.get $sum) (v128.load offset=16 (i32.const 3))))
            (br_if $next (local.tee 0 (i32.sub (local.get 0) (i32.const 1)))))
          (i32.xor (call $sum (local.get $floats)) (call $sum (local.get $sum)))))
      """;

  static Stream<String> functions() {
    return Stream.of(
        "calls",
        "indirect",
        "results",
        "tails",
        "globals",
        "structures",
        "arrays",
        "exceptions",
        "shuffles",
        "loops");
  }

  @ParameterizedTest
  @MethodSource("functions")
  void bothGearsAgree(String function) {
    compare(function, Fuel.UNLIMITED, List.of(1, 2, 7, 100));
  }

  @ParameterizedTest
  @MethodSource("functions")
  void bothGearsAgreeIfCompiledCodeIsLeftAtEveryOtherPoll(String function) {
    compare(function, _ -> 1, List.of(1, 7, 100));
  }

  /** HotSpot compiles the code while it is executed. */
  @ParameterizedTest
  @MethodSource("functions")
  void bothGearsAgreeWhenTheCodeIsHot(String function) {
    compare(function, Fuel.UNLIMITED, List.of(20_000, 20_000));
  }

  @ParameterizedTest
  @MethodSource("functions")
  void bothGearsAgreeOnOptimisedCode(String function) {
    compare(function, Fuel.UNLIMITED, Vectors.WHEN_OPTIMISED, List.of(1, 2, 7, 20_000));
  }

  @ParameterizedTest
  @MethodSource("functions")
  void bothGearsAgreeIfOptimisedCodeIsLeftAtEveryOtherPoll(String function) {
    compare(function, _ -> 1, Vectors.WHEN_OPTIMISED, List.of(1, 7, 100));
  }

  private static void compare(String function, Fuel fuel, List<Integer> arguments) {
    compare(function, fuel, Vectors.AT_ONCE, arguments);
  }

  private static void compare(
      String function, Fuel fuel, Vectors vectors, List<Integer> arguments) {
    TestProgram interpreted = TestProgram.start(false, TEXT, _ -> {}, fuel);
    TestProgram compiled = TestProgram.start(true, TEXT, _ -> {}, fuel, vectors);
    for (int argument : arguments) {
      List<Value> expected = interpreted.call(function, argument);
      assertEquals(expected, compiled.call(function, argument), function + " " + argument);
    }
    assertEquals(Map.of(), compiled.jit().report().refused());
  }
}
