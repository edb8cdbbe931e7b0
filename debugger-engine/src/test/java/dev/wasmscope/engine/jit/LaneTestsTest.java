package dev.wasmscope.engine.jit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.wasmscope.wasm.instr.Opcode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Comparisons of lanes of which bits are wanted give what the interpreter finds. */
@Timeout(60)
class LaneTestsTest {

  private static final int[] NUMBERS = {0, 1, -1, 0x7fc00000, 0xff80, 0x80000000, 0x12345678};

  static Stream<String> comparisons() {
    return Arrays.stream(Opcode.values())
        .map(Opcode::mnemonic)
        .filter(row -> row.matches("[if]\\d+x\\d+\\.(eq|ne|lt|gt|le|ge)(_[su])?"));
  }

  @ParameterizedTest
  @MethodSource("comparisons")
  void bothGearsAgree(String comparison) {
    String lanes = comparison.replaceAll("\\..*", "").replace('f', 'i');
    String compared =
        """
        (%s (i32x4.mul (i32x4.splat (local.get 0)) (v128.const i32x4 1 3 -1 255))
          (i32x4.mul (i32x4.splat (local.get 1)) (v128.const i32x4 1 3 -1 254)))
        """
            .formatted(comparison);
    String text =
        """
        (module
          (func (export "bits") (param i32 i32) (result i32) (%1$s.bitmask %2$s))
          (func (export "any") (param i32 i32) (result i32)
            (if (result i32) (v128.any_true %2$s) (then (i32.const 7)) (else (i32.const 8))))
          (func (export "both") (param i32 i32) (result i32)
            (i32.add (i32.const 1) (v128.any_true %2$s)))
          (func (export "otherLanes") (param i32 i32) (result i32)
            (i32.add (%3$s.bitmask %2$s) (%1$s.all_true %2$s))))
        """
            .formatted(lanes, compared, lanes.equals("i8x16") ? "i16x8" : "i8x16");
    TestProgram interpreted = TestProgram.start(false, text);
    TestProgram compiled = TestProgram.start(true, text);
    for (String function : List.of("bits", "any", "both", "otherLanes")) {
      for (int a : NUMBERS) {
        for (int b : NUMBERS) {
          assertEquals(
              interpreted.call(function, a, b),
              compiled.call(function, a, b),
              () -> function + " " + a + " " + b);
        }
      }
    }
    assertEquals(Map.of(), compiled.jit().report().refused());
  }
}
