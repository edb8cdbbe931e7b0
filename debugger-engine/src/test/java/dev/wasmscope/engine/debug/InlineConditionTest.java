package dev.wasmscope.engine.debug;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.wasmscope.engine.Engine;
import dev.wasmscope.engine.expression.Expression;
import dev.wasmscope.engine.expression.ExpressionException;
import dev.wasmscope.engine.expression.ExpressionValue;
import dev.wasmscope.engine.probe.Inline;
import dev.wasmscope.engine.runtime.Instance;
import dev.wasmscope.engine.runtime.Value;
import dev.wasmscope.engine.runtime.WasmFunction;
import dev.wasmscope.wasm.instr.FeatureSet;
import dev.wasmscope.wasm.text.WatParser;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A condition in compiled code says what it says elsewhere; true where it fails. */
class InlineConditionTest {

  private static final String PROGRAM =
      """
      (module
        (memory 1)
        (global $g (mut i32) (i32.const -3))
        (global $wide (mut i64) (i64.const 0x1_0000_0000))
        (global $half f64 (f64.const 0.5))
        (table $t 1 funcref)
        (data (i32.const 0) "\\ff\\80\\01\\02\\fe\\dc\\ba\\98")
        (func (export "f") (param $i i32) (param $j i64) (param $x f32) (param f64) (local $k i32)
          (local $v v128)))
      """;

  private static final long[] CORNERS = {0, 1, -1, 2, 5, 64, 0x7fff_ffff, 0x8000_0000L, 1L << 63};

  private final Instance instance;
  private final WasmFunction function;

  InlineConditionTest() {
    var parsed = WatParser.parse(PROGRAM.getBytes(StandardCharsets.UTF_8), FeatureSet.ALL);
    assertEquals(List.of(), parsed.diagnostics());
    Engine engine = Engine.builder().build();
    instance = engine.instantiate(parsed.module(), engine.imports());
    function = (WasmFunction) instance.exportedFunction("f").orElseThrow();
  }

  /** What the expression would see in a frame with these locals. */
  private final class Given extends InstanceContext {
    private static final List<String> NAMES = List.of("i", "j", "x", "", "k");
    private final List<Value> locals;

    private Given(List<Value> locals) {
      super(instance);
      this.locals = locals;
    }

    @Override
    public Optional<ExpressionValue> local(String name) {
      return local(NAMES.indexOf(name));
    }

    @Override
    public Optional<ExpressionValue> local(int index) {
      return index >= 0 && index < locals.size()
          ? Optional.of(value(locals.get(index)))
          : Optional.empty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$i == 5",
        "$i != $k",
        "$i < $j",
        "$i <= u32($k)",
        "u32($i) > 7",
        "u64($j) >= u64($i)",
        "u64($j) < 5",
        "u64($j) <= 5 || u64($j) > 100",
        "$i + $k > 3",
        "$i * $k - 1 == u32($i) * u32($k) - 1",
        "($i & 1) == 1 && ($k | 2) != 3 || ($j ^ $i) == 0",
        "!$i",
        "-$i == $k",
        "~$i < 0",
        "$i / $k == 2",
        "$i % 3 == 1",
        "$i << $k == 16",
        "$j >> 2 == 1",
        "$x > 0.5",
        "$3 * 2 < $i",
        "$half + $3 > 1",
        "$g == $i",
        "global[0] == $i",
        "global.$wide > $j",
        "u8@$i == 0xff",
        "i8@1 == -128",
        "u16@($i & 7) == 0x8001",
        "i16@6 + i32@0 > $i",
        "u32@4 == 0x98badcfe",
        "i64@$j == u64@0",
        "f32@$i == 1",
        "i8($i) == -1",
        "u8($i) == 255",
        "i16($j) == $i",
        "u16($j) == $i",
        "i32($j) == $i",
        "u32($j) == u32($i)",
        "u64($i) == $j",
        "f64($i) == $3",
        "$i > 0 ? $k : $j",
        "$i ? $i : $k",
        "local[4] == $i",
        "local.$k == $i",
        "$k",
        "1",
        "0 == 1",
        "$i == 1 == 1"
      })
  void itSaysTheSame(String text) throws Throwable {
    Expression condition = Expression.parse(text);
    Inline.When when = assertInstanceOf(Inline.When.class, InlineCondition.of(condition, function));
    SplittableRandom random = new SplittableRandom(text.hashCode());
    for (int round = 0; round < 200; round++) {
      List<Value> locals =
          List.of(
              Value.i32((int) any(random)),
              Value.i64(any(random)),
              Value.f32((float) any(random)),
              Value.f64(any(random) / 2.0),
              Value.i32((int) any(random)));
      List<Object> arguments =
          when.inputs().stream()
              .map(input -> argument(locals.get(((Inline.Input.Local) input).index())))
              .toList();
      assertEquals(
          expected(condition, locals),
          (boolean) when.test().invokeWithArguments(arguments),
          text + " with " + locals);
    }
  }

  private static long any(SplittableRandom random) {
    return random.nextInt(4) == 0
        ? random.nextLong()
        : CORNERS[random.nextInt(CORNERS.length)] + random.nextInt(-1, 2);
  }

  private static Object argument(Value value) {
    return switch (value) {
      case Value.I32(int number) -> number;
      case Value.I64(long number) -> number;
      case Value.F32 number -> number.value();
      case Value.F64 number -> number.value();
      default -> throw new AssertionError(value);
    };
  }

  private boolean expected(Expression condition, List<Value> locals) {
    try {
      return condition.test(new Given(locals));
    } catch (ExpressionException e) {
      return true;
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"s[0] == 1", "i32x4($v)[0] == 1", "local[$i] == 1", "table[0] == 0"})
  void whatNeedsAFrameIsNotCompiled(String text) {
    assertEquals(Inline.NOTHING, InlineCondition.of(Expression.parse(text), function));
  }
}
