package dev.wasmscope.engine.jit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.wasmscope.engine.trap.Trap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Accesses that share a check of bounds trap where each of them does. */
class CompiledMemoryTest {

  private static final int PAGE = 65536;

  /** What a call gives or where it traps, and the memory then, is the same in both gears. */
  private static void same(String body, int... addresses) {
    String text =
        """
        (module (memory (export "memory") 1 3)
          (func $grow (result i32) (memory.grow (i32.const 1)))
          (func (export "run") (param $p i32) (result i32) (local $q i32)
        %s))
        """
            .formatted(body);
    for (int address : addresses) {
      TestProgram compiled = TestProgram.start(true, text);
      TestProgram interpreted = TestProgram.start(false, text);
      assertEquals(
          outcome(interpreted, address), outcome(compiled, address), () -> "at " + address);
      assertArrayEquals(
          interpreted.instance().memory(0).read(0, 3 * PAGE),
          compiled.instance().memory(0).read(0, 3 * PAGE),
          () -> "at " + address);
      assertEquals(Map.of(), compiled.jit().report().refused());
    }
  }

  private static String outcome(TestProgram program, int address) {
    try {
      return program.call("run", address).toString();
    } catch (Trap e) {
      return e.getMessage() + " " + e.backtrace();
    }
  }

  private static final int[] AROUND_THE_END = {
    0,
    8,
    PAGE - 17,
    PAGE - 16,
    PAGE - 13,
    PAGE - 12,
    PAGE - 9,
    PAGE - 8,
    PAGE - 4,
    PAGE - 3,
    PAGE - 1,
    PAGE,
    PAGE + 1,
    Integer.MAX_VALUE,
    Integer.MIN_VALUE,
    -16,
    -12,
    -8,
    -4,
    -1
  };

  @Test
  void fieldsOfOneAddress() {
    same(
        """
        (i32.store offset=4 (local.get $p) (i32.const 1))
        (i32.store offset=12 (local.get $p) (i32.const 2))
        (i32.store8 (local.get $p) (i32.const 3))
        (i32.add (i32.load offset=8 (local.get $p)) (i32.load offset=12 (local.get $p)))
        """,
        AROUND_THE_END);
  }

  @Test
  void addressesThatDifferByConstants() {
    same(
        """
        (i32.store (local.tee $q (i32.add (local.get $p) (i32.const 4))) (i32.const 1))
        (i32.store (i32.add (local.get $q) (i32.const 8)) (i32.const 2))
        (i32.store (local.get $p) (i32.const 3))
        (i32.store (i32.add (local.get $p) (i32.const -4)) (i32.const 4))
        (local.set $p (i32.add (local.get $p) (i32.const 8)))
        (i32.load (local.get $p))
        """,
        AROUND_THE_END);
  }

  @Test
  void addressesBehindBranchesAndCalls() {
    same(
        """
        (i32.store (local.get $p) (i32.const 1))
        (block
          (br_if 0 (i32.load8_u offset=3 (local.get $p)))
          (i32.store offset=8 (local.get $p) (i32.const 2))
          (drop (call $grow))
          (i32.store offset=8 (local.get $p) (i32.const 3)))
        (i32.store offset=12 (local.get $p) (i32.const 4))
        (loop $again
          (i32.store offset=16 (local.get $p) (i32.const 5))
          (i32.store offset=20 (local.get $p) (i32.const 6))
          (local.set $p (i32.add (local.get $p) (i32.const 4)))
          (br_if $again (i32.lt_u (local.tee $q (i32.add (local.get $q) (i32.const 1)))
            (i32.const 3))))
        (i32.load offset=16 (local.get $p))
        """,
        AROUND_THE_END);
  }

  @Test
  void addressesThatAreConstants() {
    same(
        """
        (i32.store (i32.const 65532) (local.get $p))
        (i32.store (i32.const 0) (i32.const 1))
        (i32.store offset=65530 (i32.const 4) (i32.const 2))
        (i32.load (i32.const 65532))
        """,
        0);
  }

  /** The constant has no absolute value: an access without it is far outside of the memory. */
  @Test
  void theLeastConstantOf64Bits() {
    String text =
        """
        (module (memory i64 1)
          (func (export "run") (param $p i32) (result i32) (local $a i64)
            (local.set $a (i64.or (i64.extend_i32_u (local.get $p))
              (i64.const -9223372036854775808)))
            (drop (i32.load (i64.add (local.get $a) (i64.const -9223372036854775808))))
            (i32.load (local.get $a))))
        """;
    assertEquals(
        outcome(TestProgram.start(false, text), 8), outcome(TestProgram.start(true, text), 8));
  }
}
