package dev.wasmscope.engine.numeric;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Checks that each lane behaves as the scalar instruction of the same name. */
class FloatLanesTest {
  private static final List<Integer> BITS_F32 =
      List.of(
          0,
          0x8000_0000,
          0x3f80_0000,
          0xbfc0_0000,
          0x7f80_0000,
          0xff80_0000,
          0x7fc0_0000,
          0x7f80_0001,
          1,
          0x7f7f_ffff,
          0x4f00_0000,
          0xcf00_0000,
          0x4020_0000);

  @ParameterizedTest
  @ValueSource(strings = {"abs", "neg", "sqrt", "ceil", "floor", "trunc", "nearest"})
  void unary(String name) throws ReflectiveOperationException {
    Method lanes = method("f32x4." + name);
    Method scalar = method("f32." + name);
    Method lanes64 = method("f64x2." + name);
    Method scalar64 = method("f64." + name);
    for (V128 a : samples()) {
      V128 actual = (V128) lanes.invoke(null, a);
      for (int i = 0; i < 4; i++) {
        assertEquals(bits((float) scalar.invoke(null, a.f32(i))), actual.i32(i));
      }
      V128 wide = widened(a);
      V128 actual64 = (V128) lanes64.invoke(null, wide);
      for (int i = 0; i < 2; i++) {
        assertEquals(bits((double) scalar64.invoke(null, wide.f64(i))), actual64.i64(i));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"add", "sub", "mul", "div", "min", "max"})
  void binary(String name) throws ReflectiveOperationException {
    Method lanes = method("f32x4." + name);
    Method scalar = method("f32." + name);
    Method lanes64 = method("f64x2." + name);
    Method scalar64 = method("f64." + name);
    for (V128 a : samples()) {
      for (V128 b : samples()) {
        V128 actual = (V128) lanes.invoke(null, a, b);
        for (int i = 0; i < 4; i++) {
          assertEquals(bits((float) scalar.invoke(null, a.f32(i), b.f32(i))), actual.i32(i));
        }
        V128 c = widened(a);
        V128 d = widened(b);
        V128 actual64 = (V128) lanes64.invoke(null, c, d);
        for (int i = 0; i < 2; i++) {
          assertEquals(bits((double) scalar64.invoke(null, c.f64(i), d.f64(i))), actual64.i64(i));
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"eq", "ne", "lt", "gt", "le", "ge"})
  void comparisons(String name) throws ReflectiveOperationException {
    Method lanes = method("f32x4." + name);
    Method scalar = method("f32." + name);
    for (V128 a : samples()) {
      for (V128 b : samples()) {
        V128 actual = (V128) lanes.invoke(null, a, b);
        for (int i = 0; i < 4; i++) {
          assertEquals(-(int) scalar.invoke(null, a.f32(i), b.f32(i)), actual.i32(i));
        }
      }
    }
  }

  @Test
  void pseudoMinimumAndMaximumReturnAnOperandBitForBit() {
    for (V128 a : samples()) {
      for (V128 b : samples()) {
        for (int i = 0; i < 4; i++) {
          int least = b.f32(i) < a.f32(i) ? b.i32(i) : a.i32(i);
          int greatest = a.f32(i) < b.f32(i) ? b.i32(i) : a.i32(i);
          assertEquals(least, F32x4Ops.pmin(a, b).i32(i));
          assertEquals(greatest, F32x4Ops.pmax(a, b).i32(i));
        }
      }
    }
  }

  @Test
  void conversionsGoLaneByLane() {
    V128 ints = V128.i32x4(-1, 16777217, Integer.MIN_VALUE, 0);
    assertEquals(V128.f32x4(-1, 0x1p24f, -0x1p31f, 0), F32x4Ops.convertI32x4S(ints));
    assertEquals(V128.f32x4(0x1p32f, 0x1p24f, 0x1p31f, 0), F32x4Ops.convertI32x4U(ints));
    assertEquals(V128.f64x2(4294967295.0, 16777217), F64x2Ops.convertLowI32x4U(ints));
    assertEquals(V128.f64x2(-1, 16777217), F64x2Ops.convertLowI32x4S(ints));
    assertEquals(
        V128.f32x4(1.5f, Float.NaN, 0, 0), F32x4Ops.demoteF64x2Zero(V128.f64x2(1.5, Double.NaN)));
    assertEquals(V128.f64x2(0.5, -0d), F64x2Ops.promoteLowF32x4(V128.f32x4(0.5f, -0f, 9, 9)));
    V128 wild = V128.f32x4(Float.NaN, 3e9f, -3e9f, 5e9f);
    assertEquals(
        V128.i32x4(0, Integer.MAX_VALUE, Integer.MIN_VALUE, Integer.MAX_VALUE),
        I32x4Ops.truncSatF32x4S(wild));
    assertEquals(V128.i32x4(0, (int) 3000000000L, 0, -1), I32x4Ops.relaxedTruncF32x4U(wild));
    assertEquals(V128.i32x4(0, -1, 0, 0), I32x4Ops.truncSatF64x2UZero(V128.f64x2(-1, 1e300)));
    assertEquals(
        V128.i32x4(Integer.MIN_VALUE, 0, 0, 0),
        I32x4Ops.relaxedTruncF64x2SZero(V128.f64x2(-1e300, Double.NaN)));
  }

  @Test
  void relaxedMultiplyAddRoundsTwice() {
    V128 max = F64x2Ops.splat(Double.MAX_VALUE);
    V128 infinite = F64x2Ops.splat(Double.POSITIVE_INFINITY);
    assertEquals(infinite, F64x2Ops.relaxedMadd(max, F64x2Ops.splat(2), F64x2Ops.neg(max)));
    V128 x = F32x4Ops.splat(0x1.000004p0f);
    V128 y = F32x4Ops.splat(0x1.0002p0f);
    V128 z = F32x4Ops.splat(-0x1.000204p0f);
    assertEquals(V128.ZERO, F32x4Ops.relaxedMadd(x, y, z));
    assertEquals(V128.ZERO, F32x4Ops.relaxedNmadd(F32x4Ops.neg(x), y, z));
  }

  private static List<V128> samples() {
    List<V128> samples = new ArrayList<>();
    int n = BITS_F32.size();
    for (int i = 0; i < n; i++) {
      samples.add(
          V128.i32x4(
              BITS_F32.get(i),
              BITS_F32.get((i + 1) % n),
              BITS_F32.get((i + 5) % n),
              BITS_F32.get((i + 8) % n)));
    }
    return samples;
  }

  private static V128 widened(V128 a) {
    return V128.f64x2(a.f32(0), a.f32(1));
  }

  private static int bits(float a) {
    return Float.floatToRawIntBits(a);
  }

  private static long bits(double a) {
    return Double.doubleToRawLongBits(a);
  }

  private static Method method(String mnemonic) {
    return Semantics.method(mnemonic).orElseThrow();
  }
}
