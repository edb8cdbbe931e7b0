package dev.wasmscope.engine.jit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.wasmscope.engine.runtime.Value;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What is made of numeric instructions gives the same numbers as the instructions. */
class CompiledNumbersTest {

  private static final long[] CORNERS = {
    1,
    2,
    3,
    5,
    7,
    10,
    641,
    0x7fff_ffffL,
    0x8000_0000L,
    0xffff_fffbL,
    0xffff_ffffL,
    0x1_0000_0000L,
    0x1_0000_0001L,
    Long.MAX_VALUE,
    Long.MIN_VALUE,
    Long.MIN_VALUE + 1,
    -2,
    -1
  };

  private static LongStream numbers(long seed) {
    Random random = new Random(seed);
    LongStream others =
        LongStream.generate(() -> random.nextLong() >>> random.nextInt(64)).limit(60);
    return LongStream.concat(LongStream.of(CORNERS), others).filter(number -> number != 0);
  }

  /** It may trap like a division, but has one operand: what is below it stays what it is. */
  @Test
  void aConversionOfAConstant() {
    TestProgram program =
        TestProgram.start(
            true,
            """
            (module
              (func (export "f") (param i32) (result i32)
                (i32.sub
                  (i32.mul (local.get 0) (i32.const 3))
                  (i32.wrap_i64 (i64.trunc_f32_s (f32.const 7.5))))))
            """);
    assertEquals(List.of(Value.i32(23)), program.call("f", 10));
  }

  @Test
  void unsignedDivisionByConstants() {
    numbers(1).forEach(CompiledNumbersTest::divides);
  }

  private static void divides(long divisor) {
    int narrow = (int) divisor;
    String small = narrow == 0 ? "1" : Integer.toString(narrow);
    TestProgram program =
        TestProgram.start(
            true,
            """
            (module
              (func (export "div") (param i64) (result i64)
                (i64.div_u (local.get 0) (i64.const %1$d)))
              (func (export "rem") (param i64) (result i64)
                (i64.rem_u (local.get 0) (i64.const %1$d)))
              (func (export "div32") (param i32) (result i32)
                (i32.div_u (local.get 0) (i32.const %2$s)))
              (func (export "rem32") (param i32) (result i32)
                (i32.rem_u (local.get 0) (i32.const %2$s))))
            """
                .formatted(divisor, small));
    int by = Integer.parseInt(small);
    LongStream.concat(LongStream.of(0, divisor - 1, divisor, 2 * divisor), numbers(divisor))
        .forEach(
            number -> {
              Value wide = Value.i64(number);
              assertEquals(
                  Value.i64(Long.divideUnsigned(number, divisor)), run(program, "div", wide));
              assertEquals(
                  Value.i64(Long.remainderUnsigned(number, divisor)), run(program, "rem", wide));
              int low = (int) number;
              Value value = Value.i32(low);
              assertEquals(
                  Value.i32(Integer.divideUnsigned(low, by)), run(program, "div32", value));
              assertEquals(
                  Value.i32(Integer.remainderUnsigned(low, by)), run(program, "rem32", value));
            });
  }

  private static Value run(TestProgram program, String export, Value argument) {
    return program.thread().invoke(program.function(export), List.of(argument)).getFirst();
  }

  /** Comparisons go into branches, selections, locals and results. */
  @Test
  void comparisonsOfNumbersAndNans() {
    for (String relation : List.of("eq", "ne", "lt", "gt", "le", "ge")) {
      String text =
          """
          (module
            (func $compares (param $a f64) (param $b f64) (result i32)
              (f64.%1$s (local.get $a) (local.get $b)))
            (func $branches (param $a f64) (param $b f64) (result i32)
              (if (result i32) (f64.%1$s (local.get $a) (local.get $b))
                (then (i32.const 1)) (else (i32.const 0))))
            (func $negates (param $a f64) (param $b f64) (result i32)
              (block
                (br_if 0 (i32.eqz (f64.%1$s (local.get $a) (local.get $b))))
                (return (i32.const 1)))
              (i32.const 0))
            (func $selects (param $a f64) (param $b f64) (result i32)
              (select (i32.const 1) (i32.const 0) (f64.%1$s (local.get $a) (local.get $b))))
            (func $all (param $a f64) (param $b f64) (result i32)
              (call $compares (local.get $a) (local.get $b))
              (i32.add (i32.mul (i32.const 2) (call $branches (local.get $a) (local.get $b))))
              (i32.add (i32.mul (i32.const 4) (call $negates (local.get $a) (local.get $b))))
              (i32.add (i32.mul (i32.const 8) (call $selects (local.get $a) (local.get $b)))))
            (func (export "run") (param $a f64) (param $b f64) (result i32)
              (call $all (local.get $a) (local.get $b))))
          """
              .formatted(relation);
      TestProgram compiled = TestProgram.start(true, text);
      double[] values = {-1, -0.0, 0, 1, Double.NaN, Double.POSITIVE_INFINITY};
      for (double a : values) {
        for (double b : values) {
          List<Value> arguments = List.of(Value.f64(a), Value.f64(b));
          int expected = holds(relation, a, b) ? 15 : 0;
          assertEquals(
              List.of(Value.i32(expected)),
              compiled.thread().invoke(compiled.function("run"), arguments),
              () -> a + " " + relation + " " + b);
        }
      }
    }
  }

  private static boolean holds(String relation, double a, double b) {
    return switch (relation) {
      case "eq" -> a == b;
      case "ne" -> a != b;
      case "lt" -> a < b;
      case "gt" -> a > b;
      case "le" -> a <= b;
      default -> a >= b;
    };
  }

  /** Programs that choose by a number: plain, compared, spilled, for a branch, and for a number. */
  private static String choices(String number, String bits) {
    String tested = "(%1$s.and (local.get 0) (%1$s.const %2$s))".formatted(number, bits);
    String zero = "(%s.eqz %s)".formatted(number, tested);
    String yes = number.equals("i32") ? tested : "(i32.wrap_i64 " + tested + ")";
    return """
    (module
      (func (export "run") (param %1$s i64) (result i64) (local $n i64)
        (local.set $n (select (local.get 1) (i64.const -3) %2$s))
        (local.set $n
          (i64.add (local.get $n) (i64.mul (i64.const 3) (select (local.get $n) (local.get 1) %3$s))))
        (local.set $n
          (i64.add (local.get $n) (i64.extend_i32_u
            (select (i32.const 77) (i32.wrap_i64 (local.get 1)) %2$s))))
        (local.set $n
          (i64.add (local.get $n) (i64.extend_i32_s
            (select (i32.wrap_i64 (local.get $n)) (i32.const -9) %3$s))))
        (if %2$s (then (local.set $n (i64.rotl (local.get $n) (i64.const 7)))))
        (if %3$s (then (local.set $n (i64.rotl (local.get $n) (i64.const 11)))))
        (i64.add (i64.extend_i32_u %2$s) (i64.extend_i32_u (i32.add (i32.const 5) %2$s)))
        (i64.add (i64.trunc_sat_f64_s (select (f64.const 2) (f64.const 3) %2$s)))
        (drop %2$s)
        (i64.add (local.get $n))))
    """
        .formatted(number, zero, yes);
  }

  @Test
  void choicesByABit() {
    List<String> bits =
        List.of("1", "2", "0x40000000", "0x80000000", "3", "0", "-1", "0x7fffffffffffffff", "1");
    List<String> wide = List.of("0x100000000", "0x8000000000000000", "0x80000001");
    for (String number : List.of("i32", "i64")) {
      for (String mask : number.equals("i64") ? wide : bits.subList(0, 7)) {
        chooses(number, mask);
      }
    }
    bits.forEach(mask -> chooses("i64", mask));
  }

  private static void chooses(String number, String mask) {
    String text = choices(number, mask);
    TestProgram compiled = TestProgram.start(true, text);
    TestProgram interpreted = TestProgram.start(false, text);
    numbers(3)
        .forEach(
            n -> {
              Value first = number.equals("i32") ? Value.i32((int) n) : Value.i64(n);
              List<Value> arguments = List.of(first, Value.i64(n * 31));
              assertEquals(
                  interpreted.thread().invoke(interpreted.function("run"), arguments),
                  compiled.thread().invoke(compiled.function("run"), arguments),
                  () -> mask + " of " + first);
            });
    assertEquals(1, compiled.jit().report().functions());
  }
}
