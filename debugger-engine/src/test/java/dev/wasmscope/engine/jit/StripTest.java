package dev.wasmscope.engine.jit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.wasmscope.engine.tier.Fuel;
import dev.wasmscope.engine.trap.Trap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Loops executed in strips do as many rounds, and trap where, those of the interpreter do. */
class StripTest {

  private static final int PAGE = 65536;

  private static final int[] PLACES = {
    0, 1000, PAGE - 5000, PAGE - 100, PAGE - 8, PAGE - 3, -100, -4
  };

  /** The results, or the trap, and the memory then are the same in both gears. */
  private static void same(boolean strips, String body) {
    same(strips, body, Vectors.AT_ONCE);
  }

  private static void same(boolean strips, String body, Vectors vectors) {
    String text =
        """
        (module (memory (export "memory") 1 2)
          (func $brief (param $i i32) (result i32)
            (i32.store8 (local.get $i) (i32.const 5))
            (i32.div_s (i32.const 7777) (i32.sub (i32.const 2777) (local.get $i))))
          (func $loops (param $i i32) (result i32)
            (loop $more (br_if $more (i32.rem_u (local.get $i) (i32.const 1))))
            (local.get $i))
          (func $calls (param $i i32) (result i32) (call $brief (local.get $i)))
          (func $grows (param $i i32) (result i32) (memory.grow (i32.const 0)))
          (func (export "run") (param $p i32) (result i32)
            (local $i i32) (local $q i32) (local $s i32)
        %s
            (local.get $s)))
        """
            .formatted(body);
    for (int place : PLACES) {
      TestProgram compiled = TestProgram.start(true, text, _ -> {}, Fuel.UNLIMITED, vectors);
      TestProgram interpreted = TestProgram.start(false, text);
      assertEquals(strips, hasStrips(compiled), body);
      assertEquals(outcome(interpreted, place), outcome(compiled, place), () -> body + place);
      assertArrayEquals(
          interpreted.instance().memory(0).read(0, PAGE),
          compiled.instance().memory(0).read(0, PAGE),
          () -> body + place);
      assertEquals(Map.of(), compiled.jit().report().refused());
    }
  }

  private static boolean hasStrips(TestProgram program) {
    return !BodyScan.of(program.function("run"), java.util.Collections.nCopies(4, Kind.I32))
        .strips()
        .isEmpty();
  }

  private static String outcome(TestProgram program, int place) {
    try {
      return program.call("run", place).toString();
    } catch (Trap e) {
      return e.getMessage() + " " + e.backtrace();
    }
  }

  /** Counts rounds in {@code $s} and marks the memory. */
  private static final String WORK =
      """
      (i32.store offset=4 (i32.add (local.get $p) (local.get $i))
        (i32.add (local.get $s) (i32.load8_u (i32.add (local.get $i) (local.get $p)))))
      (local.set $s (i32.add (local.get $s) (i32.const 1)))
      """;

  private static String loop(int from, int step, String condition) {
    return """
    (local.set $i (i32.const %d))
    (loop $again
      %s
      (local.set $i (i32.add (local.get $i) (i32.const %d)))
      (br_if $again %s))
    """
        .formatted(from, WORK, step, condition);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 4, 12, 100, -4, -3, -12})
  void untilEqual(int step) {
    for (int rounds : new int[] {1, 2, 5, 1023, 1024, 1025, 3000}) {
      String end = "(i32.const " + step * rounds + ")";
      same(true, loop(0, step, "(i32.ne (local.get $i) " + end + ")"));
      same(true, loop(0, step, "(i32.ne " + end + " (local.get $i))"));
      same(true, loop(-step * rounds, step, "(local.get $i)"));
    }
  }

  /** The number that ends the loop is never met: it goes on until it traps. */
  @Test
  void untilEqualButNeverIs() {
    same(true, loop(0, 4, "(i32.ne (local.get $i) (i32.const 4098))"));
    same(true, loop(0, -8, "(i32.ne (local.get $i) (i32.const 8))"));
    same(true, loop(0, 1 << 23, "(i32.ne (local.get $i) (i32.const 0))"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"lt_s", "lt_u", "le_s", "le_u", "gt_s", "gt_u", "ge_s", "ge_u"})
  void whileOrdered(String relation) {
    for (int step : new int[] {1, 3, -5}) {
      for (int end : new int[] {1, 7, 2049, -30, Integer.MAX_VALUE}) {
        String operands = " (local.get $i) (i32.const " + end + "))";
        String swapped = " (i32.const " + end + ") (local.get $i))";
        same(true, loop(3, step, "(i32." + relation + operands));
        same(true, loop(3, step, "(i32." + relation + swapped));
      }
    }
  }

  @Test
  void addressesOfManyForms() {
    same(
        true,
        """
        (loop $again
          (i32.store (local.tee $q
            (i32.add (local.get $p) (i32.shl (local.get $i) (i32.const 3)))) (local.get $i))
          (i32.store offset=8 (i32.add (local.get $q) (i32.const -4)) (i32.const 1))
          (i32.store8 (i32.sub (i32.const 60000) (i32.mul (local.get $i) (i32.const 12)))
            (local.get $i))
          (local.set $s (i32.add (local.get $s) (i32.load (i32.add (local.get $p)
            (i32.const 16)))))
          (br_if $again (i32.lt_s (local.tee $i (i32.add (local.get $i) (i32.const 1)))
            (i32.const 2500))))
        """);
  }

  @ParameterizedTest
  @EnumSource(Vectors.class)
  void ofVectors(Vectors vectors) {
    same(
        true,
        """
        (loop $again
          (v128.store offset=4 (i32.add (local.get $p) (local.get $i))
            (i8x16.add
              (i8x16.splat (local.get $s))
              (v128.load (i32.add (local.get $i) (local.get $p)))))
          (local.set $s (i32.add (local.get $s)
            (i8x16.extract_lane_s 3 (v128.load32_zero offset=8
              (i32.add (local.get $p) (local.get $i))))))
          (local.set $i (i32.add (local.get $i) (i32.const 16)))
          (br_if $again (i32.lt_u (local.get $i) (i32.const 48000))))
        """,
        vectors);
  }

  /** The bits of NaNs that are stored are those of the interpreter. */
  @ParameterizedTest
  @EnumSource(Vectors.class)
  void ofVectorsWithoutNumbers(Vectors vectors) {
    same(
        true,
        """
        (loop $again
          (v128.store (i32.add (local.get $p) (local.get $i))
            (f32x4.mul (f32x4.div
              (v128.load (i32.add (local.get $i) (local.get $p)))
              (f32x4.splat (f32.const 0))) (v128.const f32x4 1 -1 nan:0x200001 1)))
          (v128.store (i32.const 1000)
            (f64x2.div (f64x2.splat (f64.convert_i32_s (local.get $i))) (f64x2.splat (f64.const 0))))
          (local.set $i (i32.add (local.get $i) (i32.const 16)))
          (br_if $again (i32.lt_u (local.get $i) (i32.const 3200))))
        """,
        vectors);
  }

  @Test
  void moreRangesThanAreChecked() {
    StringBuilder body = new StringBuilder();
    for (int factor = 1; factor <= Strip.MOST_RANGES + 3; factor++) {
      body.append(
          "(i32.store8 (i32.add (local.get $p) (i32.mul (local.get $i) (i32.const %d)))"
                  .formatted(factor)
              + " (local.get $i))\n");
    }
    same(
        true,
        "(loop $again "
            + body
            + """
            (local.set $i (i32.add (local.get $i) (i32.const 1)))
            (br_if $again (i32.lt_u (local.get $i) (i32.const 1500))))
            """);
  }

  @Test
  void endsInTheMiddle() {
    same(
        true,
        """
        (block $out
          (loop $again
            (i32.store (i32.add (local.get $p) (local.get $i)) (local.get $i))
            (br_if $out (i32.eq (local.get $i) (i32.const 5000)))
            (i32.store offset=8 (i32.add (local.get $p) (local.get $i)) (local.get $i))
            (local.set $i (i32.add (local.get $i) (i32.const 2)))
            (br $again)))
        (local.set $s (local.get $i))
        """);
  }

  @Test
  void whatIsInBlocksIsNotInEveryRound() {
    same(
        true,
        """
        (loop $again
          (local.set $q (i32.add (local.get $p) (i32.const 4)))
          (if (i32.and (local.get $i) (i32.const 4))
            (then
              (local.set $q (local.get $i))
              (i32.store offset=100 (i32.add (local.get $p) (local.get $i)) (i32.const 7))))
          (i32.store (local.get $q) (local.get $i))
          (i32.store8 (i32.add (local.get $p) (local.get $i)) (i32.const 9))
          (local.set $i (i32.add (local.get $i) (i32.const 1)))
          (br_if $again (i32.ne (local.get $i) (i32.const 3000))))
        """);
  }

  @Test
  void trapsInTheMiddleOfAStrip() {
    same(
        true,
        """
        (loop $again
          (i32.store8 (i32.add (local.get $p) (local.get $i)) (i32.const 9))
          (local.set $s (i32.add (local.get $s)
            (i32.div_s (i32.const 100) (i32.sub (i32.const 777) (local.get $i)))))
          (local.set $i (i32.add (local.get $i) (i32.const 1)))
          (br_if $again (i32.ne (local.get $i) (i32.const 3000))))
        """);
  }

  @Test
  void twoWaysBackAreNoStrips() {
    same(
        false,
        """
        (loop $again
          (i32.store8 (i32.add (local.get $p) (local.get $i)) (i32.const 9))
          (local.set $i (i32.add (local.get $i) (i32.const 1)))
          (br_if $again (i32.lt_s (local.get $i) (i32.const 300)))
          (local.set $i (i32.add (local.get $i) (i32.const 7)))
          (br_if $again (i32.lt_s (local.get $i) (i32.const 400))))
        """);
  }

  /** What comes before the first branch out of a block is executed in every round. */
  @Test
  void inBlocks() {
    same(
        true,
        """
        (loop $again
          (block $a
            (local.set $q (i32.add (local.get $p) (local.get $i)))
            (block $b
              (local.set $s (i32.add (local.get $s) (i32.load (local.get $q))))
              (br_if $b (i32.and (local.get $i) (i32.const 8)))
              (i32.store offset=40 (local.get $q) (local.get $i))
              (local.set $q (i32.const 77))
              (br_if $a (i32.and (local.get $i) (i32.const 16))))
            (i32.store8 offset=90 (local.get $q) (local.get $s))
            (br_if $a (i32.and (local.get $i) (i32.const 32)))
            (local.set $q (i32.add (local.get $p) (local.get $i)))
            (i32.store8 offset=99 (local.get $q) (local.get $s)))
          (i32.store8 offset=120 (i32.add (local.get $p) (local.get $i)) (i32.const 9))
          (i32.store8 offset=130 (local.get $q) (i32.const 5))
          (local.set $i (i32.add (local.get $i) (i32.const 4)))
          (br_if $again (i32.ne (local.get $i) (i32.const 6000))))
        """);
  }

  @Test
  void nothingButNumbers() {
    same(
        true,
        """
        (local.set $i (i32.and (local.get $p) (i32.const 0xffff)))
        (loop $again
          (local.set $s (i32.add (local.get $s) (i32.const 3)))
          (br_if $again (local.tee $i (i32.shr_u (local.get $i) (i32.const 1)))))
        """);
  }

  /** A callee traps in the middle of a strip: after 2,777 rounds, or where the memory ends. */
  @ParameterizedTest
  @ValueSource(ints = {1000, 3000})
  void callsWhatIsBrief(int end) {
    same(true, calling("call $brief (local.get $i)", end));
    same(true, calling("call $brief (i32.add (local.get $p) (local.get $i))", end));
  }

  /** Who waits for a pause does not wait for a thousand of these. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "call $loops (local.get $i)",
        "call $calls (local.get $i)",
        "call $grows (local.get $i)",
        "memory.grow (i32.const 0)",
        "block (result i32) (memory.fill (i32.const 9) (i32.const 3) (i32.const 4)) (local.get $i)"
      })
  void asksInEachRoundWhatMayTakeLong(String instruction) {
    same(false, calling(instruction, 3000));
  }

  private static String calling(String instruction, int end) {
    return """
    (loop $again
      (i32.store offset=8 (i32.add (local.get $p) (local.get $i)) (local.get $s))
      (local.set $s (i32.add (local.get $s) (%s)))
      (br_if $again
        (i32.lt_s (local.tee $i (i32.add (local.get $i) (i32.const 1))) (i32.const %d))))
    """
        .formatted(instruction, end);
  }

  @Test
  void inverses() {
    for (int odd = -999; odd < 999; odd += 2) {
      assertEquals(1, odd * ConstantDivision.inverse(odd));
    }
  }
}
