package dev.wasmscope.engine.jit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wasmscope.engine.probe.FrameView;
import dev.wasmscope.engine.probe.WasmThread;
import dev.wasmscope.engine.trap.Trap;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Wherever a NaN comes from, and whoever looks at its bits, compiled code shows those that the
 * interpreter shows: in memory, in locals, and in the frames of a trap.
 */
@Timeout(60)
class UncheckedNumbersTest {

  private static final int PAGE = 65536;
  private static final int PROGRAMS = 400;

  private static final String[] BITS = {
    "0x3ff8000000000000", "0xc008000000000000", "0x7ff0000000000000", "0xfff0000000000000",
    "0x7ff8000000000000", "0xfff8000000000000", "0x7ff4000000000123", "0xfff123456789abcd",
    "0x7fc000007f800000", "0xffc00001ff800000", "0x7fa123453f800000", "0x0000000000000000"
  };

  /** Statements at random about numbers in four locals and in memory. */
  private static final class Writer {
    private final SplittableRandom random;
    private final StringBuilder text = new StringBuilder();

    Writer(long seed) {
      random = new SplittableRandom(seed);
    }

    private String pick(String... from) {
      return from[random.nextInt(from.length)];
    }

    private String address(String row) {
      String base = pick("$p", "$q");
      return "(%s offset=%d (local.get %s)".formatted(row, 4 * random.nextInt(9), base);
    }

    private String local(String type) {
      return (type.equals("f64") ? "$d" : "$f") + random.nextInt(3);
    }

    private String number(String type, int depth) {
      int kind = depth == 0 ? random.nextInt(2) : random.nextInt(8);
      String name = local(type);
      return switch (kind) {
        case 0 -> "(local.get " + name + ")";
        case 1 -> address(type + ".load") + ")";
        case 2 -> "(local.tee " + name + " " + number(type, depth - 1) + ")";
        case 3 ->
            "(%s.%s %s)"
                .formatted(type, pick("sqrt", "floor", "neg", "abs"), number(type, depth - 1));
        case 4 ->
            type.equals("f64")
                ? "(f64.promote_f32 " + number("f32", depth - 1) + ")"
                : "(f32.demote_f64 " + number("f64", depth - 1) + ")";
        default ->
            "(%s.%s %s %s)"
                .formatted(
                    type,
                    pick("add", "sub", "mul", "div", "min", "max", "copysign"),
                    number(type, depth - 1),
                    number(type, depth - 1));
      };
    }

    private String statement() {
      String type = pick("f64", "f64", "f32");
      String other = type.equals("f64") ? "f32" : "f64";
      return switch (random.nextInt(12)) {
        case 0, 1, 2 -> "(local.set %s %s)".formatted(local(type), number(type, 2));
        case 3, 4, 5, 6 -> address(type + ".store") + " " + number(type, 2) + ")";
        case 7 -> "(local.set $s (i64.add (local.get $s) " + address("i64.load") + ")))";
        case 8 -> address("i32.store") + " (local.get $i))";
        case 9 ->
            "(if (%s.lt %s %s) (then (local.set $s (i64.rotl (local.get $s) (i64.const 3)))))"
                .formatted(type, number(type, 1), number(type, 1));
        case 10 ->
            "(local.set $s (i64.xor (local.get $s) (i64.reinterpret_f64 (f64.promote_f32 %s))))"
                .formatted(number("f32", 1));
        default ->
            "(local.set $s (i64.div_s (i64.const 77) (i64.sub (i64.const %d) (i64.extend_i32_s"
                    .formatted(random.nextInt(500))
                + " (local.get $i)))))"
                + address(other + ".store")
                + number(other, 1)
                + ")";
      };
    }

    /** A function with a loop whose addresses grow by the same numbers in each round. */
    String module() {
      int statements = random.nextInt(1, 12);
      for (int i = 0; i < statements; i++) {
        text.append(statement()).append('\n');
      }
      StringBuilder data = new StringBuilder();
      for (int i = 0; i < 300; i++) {
        data.append("(i64.store (i32.const %d) (i64.const %s))\n".formatted(i * 8, pick(BITS)));
      }
      return """
      (module (memory (export "memory") 1)
        (func (export "fill") %s)
        (func (export "run") (param $p i32) (param $q i32)
          (local $i i32) (local $s i64)
          (local $d0 f64) (local $d1 f64) (local $d2 f64)
          (local $f0 f32) (local $f1 f32) (local $f2 f32)
          (local.set $d1 (f64.load (i32.const 40)))
          (local.set $f1 (f32.load (i32.const 48)))
          (loop $again
            %s
            (local.set $p (i32.add (local.get $p) (i32.const %d)))
            (local.set $q (i32.add (local.get $q) (i32.const %d)))
            (br_if $again
              (i32.lt_s (local.tee $i (i32.add (local.get $i) (i32.const 1))) (i32.const 150))))
          (i64.store (i32.const 8000) (local.get $s))
          (f64.store (i32.const 8008) (local.get $d0))
          (f64.store (i32.const 8016) (local.get $d1))
          (f64.store (i32.const 8024) (local.get $d2))
          (f32.store (i32.const 8032) (local.get $f0))
          (f32.store (i32.const 8036) (local.get $f1))
          (f32.store (i32.const 8040) (local.get $f2))))
      """
          .formatted(data, text, 4 * random.nextInt(5), 8 * random.nextInt(3));
    }
  }

  /** What happens, with the frames of a trap. */
  private static String outcome(TestProgram program, int p, int q) {
    StringBuilder seen = new StringBuilder();
    program.thread().stopHandler((thread, reason) -> seen.append(reason).append(frames(thread)));
    try {
      program.call("run", p, q);
    } catch (Trap e) {
      seen.append(e.getMessage()).append(e.backtrace());
    }
    return seen.toString();
  }

  private static String frames(WasmThread thread) {
    StringBuilder text = new StringBuilder();
    for (FrameView frame : thread.frames()) {
      text.append(frame.place());
      for (int i = 0; i < frame.localCount(); i++) {
        text.append(' ').append(Long.toHexString(frame.localBits(i)));
      }
      for (int i = 0; i < frame.operandCount(); i++) {
        text.append(" / ").append(Long.toHexString(frame.operandBits(i)));
      }
    }
    return text.toString();
  }

  private static int compare(Supplier<String> describe, String text) {
    TestProgram compiled = TestProgram.start(true, text);
    TestProgram interpreted = TestProgram.start(false, text);
    int traps = 0;
    for (int[] at : new int[][] {{0, 0}, {0, 8}, {800, 804}, {1000, PAGE - 700}, {PAGE - 60, 0}}) {
      compiled.call("fill");
      interpreted.call("fill");
      String expected = outcome(interpreted, at[0], at[1]);
      assertEquals(expected, outcome(compiled, at[0], at[1]), describe);
      traps += expected.isEmpty() ? 0 : 1;
      assertArrayEquals(
          interpreted.instance().memory(0).read(0, PAGE),
          compiled.instance().memory(0).read(0, PAGE),
          describe);
    }
    return traps;
  }

  @Test
  void nobodySeesOtherBits() {
    int traps = 0;
    for (int seed = 0; seed < PROGRAMS; seed++) {
      String text = new Writer(seed).module();
      String message = "seed " + seed;
      traps += compare(() -> message + text, text);
    }
    assertTrue(traps > PROGRAMS / 2, traps + " traps");
  }
}
