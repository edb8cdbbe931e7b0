package dev.wasmscope.engine.jit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wasmscope.engine.numeric.Semantics;
import dev.wasmscope.engine.numeric.V128;
import dev.wasmscope.engine.vector.VectorClasses;
import dev.wasmscope.wasm.instr.Immediate;
import dev.wasmscope.wasm.instr.Opcode;
import java.lang.constant.ClassDesc;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;

/** What Java's vectors compute is what {@code engine.numeric} says, for each instruction. */
@Timeout(300)
class VectorRowsTest {

  /** More than HotSpot needs to compile a method. */
  private static final int SAMPLES = 6000;

  private static final int[] SPECIAL_INTS = {
    0, 1, -1, 0x7f, 0x80, 0xff, 0x7fff, 0x8000, 0xffff, Integer.MAX_VALUE, Integer.MIN_VALUE
  };
  private static final float[] SPECIAL_FLOATS = {
    0f,
    -0f,
    1f,
    -1f,
    0.5f,
    -0.5f,
    1.5f,
    2.5f,
    -2.5f,
    0x1p31f,
    -0x1p31f,
    0x1p32f,
    0x1.fffffep31f,
    0x1p23f,
    -8388607.5f,
    Float.NaN,
    Float.POSITIVE_INFINITY,
    Float.NEGATIVE_INFINITY,
    Float.MIN_VALUE,
    Float.MAX_VALUE,
    Float.intBitsToFloat(0xffc00001)
  };
  private static final double[] SPECIAL_DOUBLES = {
    0,
    -0.0,
    1,
    -1,
    0.5,
    -0.5,
    1.5,
    2.5,
    -0.7,
    0x1p31,
    -0x1p31,
    0x1p32,
    4294967295.5,
    2147483647.9,
    0x1p52,
    -4503599627370495.5,
    Double.NaN,
    Double.POSITIVE_INFINITY,
    Double.NEGATIVE_INFINITY,
    Double.MIN_VALUE,
    Double.MAX_VALUE,
    Double.longBitsToDouble(0xfff8_0000_0000_0001L)
  };

  private final VectorClasses classes = VectorClasses.find().orElseThrow();
  private final Method of = method("V128Vectors", "of");
  private final Method low = method("V128Vectors", "low");
  private final Method high = method("V128Vectors", "high");

  @TestFactory
  Stream<DynamicTest> everyRowComputesTheSame() {
    return Arrays.stream(Opcode.values())
        .filter(row -> Semantics.method(row.mnemonic()).filter(this::isOnVectors).isPresent())
        .map(row -> DynamicTest.dynamicTest(row.mnemonic(), () -> check(row)));
  }

  private boolean isOnVectors(Method method) {
    return method.getReturnType() == V128.class
        || Arrays.asList(method.getParameterTypes()).contains(V128.class);
  }

  private void check(Opcode row) throws ReflectiveOperationException {
    Method expected = Semantics.method(row.mnemonic()).orElseThrow();
    Method actual = standingFor(expected);
    Random random = new Random(row.mnemonic().hashCode());
    for (int i = 0; i < SAMPLES; i++) {
      Object[] arguments = arguments(row, expected.getParameterTypes(), random);
      Object wanted = expected.invoke(null, arguments);
      Object found = fromVector(row, actual.invoke(null, toVectors(arguments)));
      assertEquals(bits(wanted), bits(found), () -> row + Arrays.toString(arguments));
    }
  }

  private static Object bits(Object value) {
    return switch (value) {
      case Float f -> Float.floatToRawIntBits(f);
      case Double d -> Double.doubleToRawLongBits(d);
      default -> value;
    };
  }

  private Method standingFor(Method semantics) {
    ClassDesc owner = classes.standingFor(semantics.getDeclaringClass());
    return method(owner.displayName(), semantics.getName());
  }

  private static Method method(String owner, String name) {
    return methods(owner).get(name);
  }

  private static Map<String, Method> methods(String owner) {
    try {
      Class<?> type = Class.forName(VectorClasses.class.getPackageName() + "." + owner);
      assertEquals(null, type.getClassLoader(), "HotSpot inlines classes of the boot loader only");
      return Arrays.stream(type.getMethods())
          .filter(method -> method.getDeclaringClass() == type)
          .collect(Collectors.toMap(Method::getName, Function.identity()));
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }

  private Object[] toVectors(Object[] arguments) throws ReflectiveOperationException {
    Object[] vectors = arguments.clone();
    for (int i = 0; i < vectors.length; i++) {
      if (vectors[i] instanceof V128 vector) {
        vectors[i] = of.invoke(null, vector.lo(), vector.hi());
      }
    }
    return vectors;
  }

  private Object fromVector(Opcode row, Object result) throws ReflectiveOperationException {
    if (result instanceof Number) {
      return result;
    }
    V128 vector = new V128((long) low.invoke(null, result), (long) high.invoke(null, result));
    return Floats.canonical(vector, ArithmeticRows.result(row));
  }

  private static Object[] arguments(Opcode row, Class<?>[] types, Random random) {
    Object[] arguments = new Object[types.length];
    for (int i = 0; i < types.length; i++) {
      boolean last = i == types.length - 1;
      if (last && List.of(Immediate.LANE, Immediate.MEMARG_LANE).contains(row.immediate())) {
        arguments[i] = random.nextInt(lanes(row.mnemonic()));
      } else if (last && row.immediate() == Immediate.LANES16) {
        long mask = 0x1f1f_1f1f_1f1f_1f1fL;
        arguments[i] = new V128(random.nextLong() & mask, random.nextLong() & mask);
      } else {
        arguments[i] = argument(types[i], random);
      }
    }
    return arguments;
  }

  private static int lanes(String mnemonic) {
    if (mnemonic.startsWith("v128.")) {
      return 128 / Integer.parseInt(mnemonic.replaceAll("v128\\.(load|store)(\\d+)_lane", "$2"));
    }
    return Integer.parseInt(mnemonic.replaceAll(".*?x(\\d+)\\..*", "$1"));
  }

  private static Object argument(Class<?> type, Random random) {
    if (type == int.class) {
      return random.nextBoolean() ? specialInt(random) : random.nextInt();
    } else if (type == long.class) {
      return random.nextLong();
    } else if (type == float.class) {
      return SPECIAL_FLOATS[random.nextInt(SPECIAL_FLOATS.length)];
    } else if (type == double.class) {
      return SPECIAL_DOUBLES[random.nextInt(SPECIAL_DOUBLES.length)];
    }
    return vector(random);
  }

  private static int specialInt(Random random) {
    return SPECIAL_INTS[random.nextInt(SPECIAL_INTS.length)];
  }

  private static V128 vector(Random random) {
    return switch (random.nextInt(5)) {
      case 0 -> new V128(random.nextLong(), random.nextLong());
      case 1 ->
          V128.i32x4(
              specialInt(random), specialInt(random), specialInt(random), specialInt(random));
      case 2 -> V128.f32x4(number(random), number(random), number(random), number(random));
      case 3 ->
          V128.f64x2(
              SPECIAL_DOUBLES[random.nextInt(SPECIAL_DOUBLES.length)],
              SPECIAL_DOUBLES[random.nextInt(SPECIAL_DOUBLES.length)]);
      default -> V128.f64x2(random.nextGaussian() * 0x1p31, random.nextGaussian());
    };
  }

  private static float number(Random random) {
    return random.nextBoolean()
        ? SPECIAL_FLOATS[random.nextInt(SPECIAL_FLOATS.length)]
        : (float) (random.nextGaussian() * (random.nextBoolean() ? 0x1p31 : 4));
  }

  @TestFactory
  Stream<DynamicTest> rowsThatLookAtNoBitsOfNansComputeTheSameForAllOfThem() {
    return Arrays.stream(Opcode.values())
        .filter(row -> ArithmeticRows.operands(row) != Looseness.EXACT)
        .filter(row -> Semantics.method(row.mnemonic()).filter(this::isOnVectors).isPresent())
        .map(row -> DynamicTest.dynamicTest(row.mnemonic(), () -> checkBlind(row)));
  }

  private static void checkBlind(Opcode row) throws ReflectiveOperationException {
    Method semantics = Semantics.method(row.mnemonic()).orElseThrow();
    Looseness looseness = ArithmeticRows.operands(row);
    Random random = new Random(row.mnemonic().hashCode());
    boolean different = false;
    for (int i = 0; i < 1000; i++) {
      Object[] arguments = arguments(row, semantics.getParameterTypes(), random);
      Object[] canonical = arguments.clone();
      for (int k = 0; k < canonical.length; k++) {
        canonical[k] = Floats.canonical((V128) arguments[k], looseness);
      }
      different |= !Arrays.equals(arguments, canonical);
      assertEquals(semantics.invoke(null, canonical), semantics.invoke(null, arguments));
    }
    assertTrue(different, "no NaN among the samples");
  }
}
