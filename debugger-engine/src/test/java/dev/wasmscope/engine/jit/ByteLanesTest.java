package dev.wasmscope.engine.jit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is narrowed to bytes is saturated wherever it may be more than a byte. */
@Timeout(60)
class ByteLanesTest {

  private static final String LANES =
      "(i32x4.mul (i32x4.splat (local.get 0)) (v128.const i32x4 0x10203 -203 4050701 -6))";

  private static final List<String> OPERANDS =
      List.of(
          LANES,
          "(i16x8.shr_u %s (i32.const 8))",
          "(i16x8.shr_u %s (i32.const 7))",
          "(i16x8.shr_u %s (i32.const 0))",
          "(i16x8.shr_u %s (i32.const -3))",
          "(i16x8.shr_u %s (i32.const 16))",
          "(i16x8.shr_u %s (local.get 0))",
          "(i16x8.shr_s %s (i32.const 8))",
          "(i32x4.shr_u %s (i32.const 8))",
          "(i16x8.extend_low_i8x16_u %s)",
          "(i16x8.extend_high_i8x16_u %s)",
          "(i16x8.extend_high_i8x16_s %s)",
          "(i16x8.neg (i16x8.shr_u %s (i32.const 8)))",
          "(block (result v128) (i16x8.shr_u %s (i32.const 8)))");

  private static final List<String> NARROWING =
      List.of("i8x16.narrow_i16x8_u", "i8x16.narrow_i16x8_s", "i16x8.narrow_i32x4_u");

  static Stream<Arguments> cases() {
    return NARROWING.stream()
        .flatMap(narrowing -> OPERANDS.stream().map(first -> Arguments.of(narrowing, first)));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void bothGearsAgree(String narrowing, String first) {
    StringBuilder added = new StringBuilder();
    OPERANDS.forEach(second -> added.append(added(narrowing, first, second)));
    String text =
        """
        (module
          (func (export "run") (param i32) (result i64) (local $sum v128)
            %s
            (i64.xor
              (i64x2.extract_lane 0 (local.get $sum)) (i64x2.extract_lane 1 (local.get $sum)))))
        """
            .formatted(added);
    TestProgram interpreted = TestProgram.start(false, text);
    TestProgram compiled = TestProgram.start(true, text);
    for (int seed : new int[] {0, 1, 77, 0x7fff, 0x8001, -1, 0x12345678}) {
      assertEquals(interpreted.call("run", seed), compiled.call("run", seed), () -> "" + seed);
    }
    assertEquals(Map.of(), compiled.jit().report().refused());
  }

  /** Waiting is left to the interpreter, which goes on with the operands that it finds. */
  @Test
  void whoTakesAFrameOverFindsNothingAboveBytes() {
    String text =
        """
        (module
          (memory 1 1 shared)
          (func (export "run") (param i32) (result i64)
            (i64x2.extract_lane 1
              (i32x4.add
                (i16x8.shr_u %s (i32.const 8))
                (i32x4.splat
                  (memory.atomic.wait32 (i32.const 0) (i32.const 1) (i64.const 0)))))))
        """
            .formatted(LANES);
    TestProgram interpreted = TestProgram.start(false, text);
    TestProgram compiled = TestProgram.start(true, text);
    assertEquals(interpreted.call("run", 0x12345678), compiled.call("run", 0x12345678));
  }

  /** Sums are multiplied, so that the order counts. */
  private static String added(String narrowing, String first, String second) {
    return """
    (local.set $sum (i32x4.add (i32x4.mul (local.get $sum) (v128.const i32x4 31 37 41 43))
      (%s %s %s)))
    """
        .formatted(narrowing, first.formatted(LANES), second.formatted(LANES));
  }
}
