package dev.wasmscope.engine.script;

import dev.wasmscope.engine.numeric.V128;
import dev.wasmscope.engine.runtime.FunctionInstance;
import dev.wasmscope.engine.runtime.TypeTest;
import dev.wasmscope.engine.runtime.Value;
import dev.wasmscope.wasm.script.Literal;
import dev.wasmscope.wasm.script.Pattern;
import java.util.List;

/** Compares results with what a script expects. */
final class Patterns {

  private static final int F32_QUIET = 0x7fc0_0000;
  private static final int F32_SIGN = 0x8000_0000;
  private static final long F64_QUIET = 0x7ff8_0000_0000_0000L;
  private static final long F64_SIGN = 0x8000_0000_0000_0000L;

  private Patterns() {}

  /** Whether each value matches its pattern. */
  static boolean match(List<Value> values, List<Pattern> patterns) {
    if (values.size() != patterns.size()) {
      return false;
    }
    for (int i = 0; i < values.size(); i++) {
      if (!matches(values.get(i), patterns.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean matches(Value value, Pattern pattern) {
    return switch (pattern) {
      case Pattern.Exactly(Literal literal) -> isExactly(value, literal);
      case Pattern.NotANumber(var width, var nan) -> isNan(value, width, nan);
      case Pattern.Lanes(var width, var lanes) ->
          value instanceof Value.Vector(V128 vector) && lanesMatch(vector, width, lanes);
      case Pattern.AnyNull _ -> value instanceof Value.Ref ref && ref.isNull();
      case Pattern.RefKind(var kind) ->
          value instanceof Value.Ref ref && !ref.isNull() && TypeTest.isOf(kind, ref.target());
      case Pattern.RefFunc _ ->
          value instanceof Value.Ref ref && ref.target() instanceof FunctionInstance;
      case Pattern.Either(var choices) -> choices.stream().anyMatch(c -> matches(value, c));
    };
  }

  private static boolean isExactly(Value value, Literal literal) {
    return switch (literal) {
      case Literal.RefNull _ -> value instanceof Value.Ref ref && ref.isNull();
      case Literal.RefExtern _, Literal.RefHost _ ->
          value instanceof Value.Ref ref
              && Literals.value(literal).slotObject().equals(ref.target());
      default -> value.equals(Literals.value(literal));
    };
  }

  private static boolean isNan(Value value, Pattern.Width width, Pattern.Nan nan) {
    return switch (width) {
      case F32 -> value instanceof Value.F32(int bits) && isNan32(bits, nan);
      case F64 -> value instanceof Value.F64(long bits) && isNan64(bits, nan);
    };
  }

  private static boolean isNan32(int bits, Pattern.Nan nan) {
    return switch (nan) {
      case CANONICAL -> (bits & ~F32_SIGN) == F32_QUIET;
      case ARITHMETIC -> (bits & F32_QUIET) == F32_QUIET;
    };
  }

  private static boolean isNan64(long bits, Pattern.Nan nan) {
    return switch (nan) {
      case CANONICAL -> (bits & ~F64_SIGN) == F64_QUIET;
      case ARITHMETIC -> (bits & F64_QUIET) == F64_QUIET;
    };
  }

  private static boolean lanesMatch(V128 vector, Pattern.Width width, List<Pattern.Lane> lanes) {
    for (int i = 0; i < lanes.size(); i++) {
      boolean matches =
          width == Pattern.Width.F32
              ? laneMatches32(vector.i32(i), lanes.get(i))
              : laneMatches64(vector.i64(i), lanes.get(i));
      if (!matches) {
        return false;
      }
    }
    return true;
  }

  private static boolean laneMatches32(int bits, Pattern.Lane lane) {
    return switch (lane) {
      case Pattern.Lane.Bits(long expected) -> bits == (int) expected;
      case Pattern.Lane.NotANumber(var nan) -> isNan32(bits, nan);
    };
  }

  private static boolean laneMatches64(long bits, Pattern.Lane lane) {
    return switch (lane) {
      case Pattern.Lane.Bits(long expected) -> bits == expected;
      case Pattern.Lane.NotANumber(var nan) -> isNan64(bits, nan);
    };
  }
}
