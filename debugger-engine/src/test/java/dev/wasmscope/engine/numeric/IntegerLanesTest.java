package dev.wasmscope.engine.numeric;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Method;
import java.util.Map;
import java.util.Random;
import java.util.function.LongBinaryOperator;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Checks what is computed on all lanes at once against plain arithmetic on each lane. */
class IntegerLanesTest {
  enum Shape {
    I8X16("i8x16", 8),
    I16X8("i16x8", 16),
    I32X4("i32x4", 32),
    I64X2("i64x2", 64);

    final String keyword;
    final int width;

    Shape(String keyword, int width) {
      this.keyword = keyword;
      this.width = width;
    }

    int lanes() {
      return 128 / width;
    }

    long lane(V128 v, int lane) {
      return switch (this) {
        case I8X16 -> v.i8(lane);
        case I16X8 -> v.i16(lane);
        case I32X4 -> v.i32(lane);
        case I64X2 -> v.i64(lane);
      };
    }

    V128 with(V128 v, int lane, long value) {
      return switch (this) {
        case I8X16 -> v.withI8(lane, (int) value);
        case I16X8 -> v.withI16(lane, (int) value);
        case I32X4 -> v.withI32(lane, (int) value);
        case I64X2 -> v.withI64(lane, value);
      };
    }

    long max() {
      return Long.MAX_VALUE >>> (64 - width);
    }

    long unsigned(long a) {
      return a & (-1L >>> (64 - width));
    }

    long saturated(long a) {
      return Math.clamp(a, -max() - 1, max());
    }
  }

  @ParameterizedTest
  @EnumSource
  void binaryOperationsEqualLaneArithmetic(Shape shape) throws ReflectiveOperationException {
    long max = shape.unsigned(-1);
    Map<String, LongBinaryOperator> operations =
        Map.ofEntries(
            Map.entry("add", (a, b) -> a + b),
            Map.entry("sub", (a, b) -> a - b),
            Map.entry("mul", (a, b) -> a * b),
            Map.entry("eq", (a, b) -> truth(a == b)),
            Map.entry("ne", (a, b) -> truth(a != b)),
            Map.entry("lt_s", (a, b) -> truth(a < b)),
            Map.entry("gt_s", (a, b) -> truth(a > b)),
            Map.entry("le_s", (a, b) -> truth(a <= b)),
            Map.entry("ge_s", (a, b) -> truth(a >= b)),
            Map.entry("lt_u", (a, b) -> truth(shape.unsigned(a) < shape.unsigned(b))),
            Map.entry("gt_u", (a, b) -> truth(shape.unsigned(a) > shape.unsigned(b))),
            Map.entry("le_u", (a, b) -> truth(shape.unsigned(a) <= shape.unsigned(b))),
            Map.entry("ge_u", (a, b) -> truth(shape.unsigned(a) >= shape.unsigned(b))),
            Map.entry("min_s", Math::min),
            Map.entry("max_s", Math::max),
            Map.entry("min_u", (a, b) -> Math.min(shape.unsigned(a), shape.unsigned(b))),
            Map.entry("max_u", (a, b) -> Math.max(shape.unsigned(a), shape.unsigned(b))),
            Map.entry("add_sat_s", (a, b) -> shape.saturated(a + b)),
            Map.entry("sub_sat_s", (a, b) -> shape.saturated(a - b)),
            Map.entry("add_sat_u", (a, b) -> Math.min(shape.unsigned(a) + shape.unsigned(b), max)),
            Map.entry("sub_sat_u", (a, b) -> Math.max(shape.unsigned(a) - shape.unsigned(b), 0)),
            Map.entry("avgr_u", (a, b) -> (shape.unsigned(a) + shape.unsigned(b) + 1) / 2),
            Map.entry("q15mulr_sat_s", (a, b) -> shape.saturated((a * b + 0x4000) >> 15)));
    for (var operation : operations.entrySet()) {
      String mnemonic = shape.keyword + "." + operation.getKey();
      Method method = Semantics.method(mnemonic).orElse(null);
      if (method != null) {
        check(shape, mnemonic, method, operation.getValue());
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void unaryOperationsEqualLaneArithmetic(Shape shape) throws ReflectiveOperationException {
    Method neg = Semantics.method(shape.keyword + ".neg").orElseThrow();
    Method abs = Semantics.method(shape.keyword + ".abs").orElseThrow();
    for (V128 a : samples(shape)) {
      V128 negated = (V128) neg.invoke(null, a);
      V128 absolute = (V128) abs.invoke(null, a);
      for (int lane = 0; lane < shape.lanes(); lane++) {
        long value = shape.lane(a, lane);
        assertEquals(shape.unsigned(-value), shape.unsigned(shape.lane(negated, lane)));
        assertEquals(shape.unsigned(Math.abs(value)), shape.unsigned(shape.lane(absolute, lane)));
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void shiftsTakeTheCountModuloTheWidth(Shape shape) throws ReflectiveOperationException {
    Method shl = Semantics.method(shape.keyword + ".shl").orElseThrow();
    Method shrS = Semantics.method(shape.keyword + ".shr_s").orElseThrow();
    Method shrU = Semantics.method(shape.keyword + ".shr_u").orElseThrow();
    for (V128 a : samples(shape)) {
      for (int count = -1; count <= 2 * shape.width; count++) {
        int n = count & (shape.width - 1);
        V128 left = (V128) shl.invoke(null, a, count);
        V128 right = (V128) shrS.invoke(null, a, count);
        V128 logical = (V128) shrU.invoke(null, a, count);
        for (int lane = 0; lane < shape.lanes(); lane++) {
          long value = shape.lane(a, lane);
          assertEquals(shape.unsigned(value << n), shape.unsigned(shape.lane(left, lane)));
          assertEquals(value >> n, shape.lane(right, lane));
          assertEquals(shape.unsigned(value) >>> n, shape.unsigned(shape.lane(logical, lane)));
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void masksAndTestsSeeEveryLane(Shape shape) throws ReflectiveOperationException {
    Method bitmask = Semantics.method(shape.keyword + ".bitmask").orElseThrow();
    Method allTrue = Semantics.method(shape.keyword + ".all_true").orElseThrow();
    for (V128 a : samples(shape)) {
      int mask = 0;
      int all = 1;
      for (int lane = 0; lane < shape.lanes(); lane++) {
        mask |= shape.lane(a, lane) < 0 ? 1 << lane : 0;
        all &= shape.lane(a, lane) != 0 ? 1 : 0;
      }
      assertEquals(mask, bitmask.invoke(null, a));
      assertEquals(all, allTrue.invoke(null, a));
    }
  }

  private static void check(Shape shape, String mnemonic, Method method, LongBinaryOperator lane)
      throws ReflectiveOperationException {
    for (V128 a : samples(shape)) {
      for (V128 b : samples(shape)) {
        V128 expected = V128.ZERO;
        for (int i = 0; i < shape.lanes(); i++) {
          expected = shape.with(expected, i, lane.applyAsLong(shape.lane(a, i), shape.lane(b, i)));
        }
        V128 actual = (V128) method.invoke(null, a, b);
        assertEquals(expected, actual, () -> mnemonic + " " + a + " " + b);
      }
    }
  }

  /** Every lane at its edges, and random bits; rotated so that neighbouring lanes differ. */
  private static V128[] samples(Shape shape) {
    long max = shape.max();
    long[] edges = {0, 1, -1, 2, max, max - 1, -max - 1, -max, max / 2, 0x55};
    Random random = new Random(shape.width);
    return LongStream.range(0, 2L * edges.length)
        .mapToObj(n -> sample(shape, edges, (int) n, random))
        .toArray(V128[]::new);
  }

  private static V128 sample(Shape shape, long[] edges, int number, Random random) {
    if (number >= edges.length) {
      return new V128(random.nextLong(), random.nextLong());
    }
    V128 sample = V128.ZERO;
    for (int lane = 0; lane < shape.lanes(); lane++) {
      sample = shape.with(sample, lane, edges[(number + 3 * lane) % edges.length]);
    }
    return sample;
  }

  private static long truth(boolean condition) {
    return condition ? -1 : 0;
  }
}
