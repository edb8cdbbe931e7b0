package dev.wasmscope.engine.jit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.wasmscope.engine.trap.Trap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An index that is small by its last instructions is not checked, unless it may be too large. */
class MagnitudeTest {

  private static final int[] PARAMETERS = {
    0,
    1,
    0xff,
    0x100,
    0x3fff,
    0x4000,
    0x7fff,
    0x8000,
    0xfffc,
    0xfffd,
    0xffff,
    0x10000,
    0x1fffe,
    0x7fffffff,
    0x80000000,
    0xfffffffc,
    -1
  };

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          i32.load8_u          | (i32.and (local.get $p) (i32.const 0xffff))
          i32.load8_u offset=1 | (i32.and (local.get $p) (i32.const 0xffff))
          i32.load             | (i32.and (local.get $p) (i32.const 0xfffc))
          i32.load             | (i32.and (i32.const 0xffff) (local.get $p))
          i32.load16_s         | (i32.and (local.get $p) (i32.const -2))
          i32.load             | (i32.shl (i32.and (local.get $p) (i32.const 0x3fff)) (i32.const 2))
          i32.load             | (i32.shl (i32.and (local.get $p) (i32.const 0x7fff)) (i32.const 2))
          i32.load             | (i32.shl (i32.and (local.get $p) (i32.const 0x3fff)) (i32.const 34))
          i32.load8_u          | (i32.shl (i32.const 255) (local.get $p))
          i32.load8_u          | (i32.shl (i32.and (local.get $p) (i32.const 0xff)) (i32.const 31))
          i32.load8_u          | (i32.shr_u (local.get $p) (i32.const 16))
          i32.load8_u          | (i32.shr_u (local.get $p) (i32.const 15))
          i32.load8_u          | (i32.shr_u (local.get $p) (i32.const 48))
          i32.load8_u          | (i32.shr_u (local.get $p) (i32.const 32))
          i32.load8_u          | (i32.shr_u (i32.const -1) (local.get $p))
          i32.load8_u          | (i32.add (i32.and (local.get $p) (i32.const 0xff)) (i32.const 0xff00))
          i32.load8_u          | (i32.add (i32.and (local.get $p) (i32.const 0xff)) (i32.const 0xff01))
          i32.load8_u          | (i32.add (i32.and (local.get $p) (i32.const 0xff)) (i32.const -1))
          i32.load8_u          | (i32.add (i32.and (local.get $p) (i32.const -1)) (i32.const 4))
          i32.load offset=65277| (i32.load8_u (i32.and (local.get $p) (i32.const 0xff)))
          i32.load offset=65278| (i32.load8_u (i32.and (local.get $p) (i32.const 0xff)))
          i32.load8_u          | (i32.load16_u (i32.and (local.get $p) (i32.const 0xff)))
          i32.load8_u offset=1 | (i32.load16_u (i32.and (local.get $p) (i32.const 0xff)))
          i32.load8_u          | (i32.load8_s (i32.and (local.get $p) (i32.const 0xff)))
          i32.load8_u          | (i32.and (local.get $p) (i32.load16_u (i32.const 8)))
          i32.load8_u          | (local.tee $p (i32.and (local.get $p) (i32.const 0xffff)))
          i32.load8_u          | (select (i32.and (local.get $p) (i32.const 1)) (local.get $p) (local.get $p))
          i32.load8_u          | (block (result i32) (br_if 0 (local.get $p) (local.get $p)) (drop) (i32.and (local.get $p) (i32.const 1)))
          """)
  void theSameIsReadAndTrapsAsWithoutCompiling(String load, String index) {
    String text =
        """
        (module (memory 1)
          (data (i32.const 0) "\\01\\fe\\ff\\00\\80\\7f\\ff\\ff\\ff\\ff\\00\\01")
          (data (i32.const 250) "\\ff\\ff\\ff\\ff\\ff\\ff\\ff\\ff")
          (data (i32.const 65528) "\\11\\22\\33\\44\\55\\66\\77\\88")
          (func (export "run") (param $p i32) (result i32) (%s %s)))
        """
            .formatted(load, index);
    TestProgram compiled = TestProgram.start(true, text);
    TestProgram interpreted = TestProgram.start(false, text);
    for (int parameter : PARAMETERS) {
      assertEquals(
          outcome(interpreted, parameter), outcome(compiled, parameter), () -> text + parameter);
    }
    assertEquals(Map.of(), compiled.jit().report().refused());
  }

  private static String outcome(TestProgram program, int parameter) {
    try {
      return program.call("run", parameter).toString();
    } catch (Trap e) {
      return e.getMessage() + " " + e.backtrace();
    }
  }
}
