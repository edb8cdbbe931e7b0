package dev.wasmscope.engine.jit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.wasmscope.engine.probe.FrameView;
import dev.wasmscope.engine.runtime.Imports;
import dev.wasmscope.engine.runtime.Instance;
import dev.wasmscope.engine.runtime.Linker;
import dev.wasmscope.engine.runtime.StructInstance;
import dev.wasmscope.engine.runtime.Value;
import dev.wasmscope.engine.trap.Trap;
import dev.wasmscope.wasm.instr.FeatureSet;
import dev.wasmscope.wasm.source.Span;
import dev.wasmscope.wasm.text.WatParser;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Structures, arrays and casts of compiled code are those of the interpreter. */
class CompiledHeapTest {

  private static final String TYPES =
      """
        (type $shape (sub (struct (field $id i32))))
        (type $box (sub $shape (struct (field $id i32) (field $w (mut i32)))))
        (type $cube (sub final $box (struct (field $id i32) (field $w (mut i32)) (field $h i64))))
        (type $other (sub final $shape (struct (field $id i32) (field $w (mut i32)))))
      """;

  private static final String MAKER =
      "(module\n"
          + TYPES
          + """
            (func (export "make") (param i32) (result anyref)
              (block $cube (block $box (block $shape
                (br_table $shape $box $cube (local.get 0)))
                (return (struct.new $shape (i32.const 1))))
                (return (struct.new $box (i32.const 2) (i32.const 20))))
              (struct.new $cube (i32.const 3) (i32.const 30) (i64.const 300))))
          """;

  private static final String USER =
      "(module\n"
          + TYPES
          + """
            (import "host" "call" (func $host))
            (func (export "classify") (param $x anyref) (result i32)
              (i32.add
                (i32.add
                  (ref.test (ref $shape) (local.get $x))
                  (i32.mul (i32.const 10) (ref.test (ref null $box) (local.get $x))))
                (i32.add
                  (i32.mul (i32.const 100) (ref.test (ref $cube) (local.get $x)))
                  (i32.mul (i32.const 1000) (ref.test (ref $other) (local.get $x))))))
            (func (export "width") (param $x anyref) (result i32)
              (block $other (result anyref)
                (struct.set $box $w
                  (br_on_cast_fail $other anyref (ref $box) (local.get $x))
                  (i32.add (i32.const 5)
                    (struct.get $box $w (ref.cast (ref $box) (local.get $x)))))
                (return (struct.get $box $w (ref.cast (ref null $box) (local.get $x)))))
              (drop)
              (i32.const -1)))
          """;

  private static final String TRAPS =
      """
      (module
        (import "host" "call" (func $host))
        (type $pair (struct (field $a (mut i8)) (field $b (mut f64))))
        (type $leaf (sub final (struct (field i32))))
        (type $bytes (array (mut i8)))
        (type $refs (array (mut anyref)))
        (type $fn (func))
        (func $array (result (ref $bytes)) (array.new $bytes (i32.const 200) (i32.const 4)))
        (func (export "get of null") (local $p (ref null $pair))
          (i64.const 7) (struct.get_s $pair $a (local.get $p)) (drop) (drop))
        (func (export "set of null") (local $p (ref null $pair))
          (i64.const 7) (struct.set $pair $b (local.get $p) (f64.const 2.5)) (drop))
        (func (export "array.get of null") (local $x (ref null $bytes))
          (i64.const 7) (drop (array.get_u $bytes (local.get $x) (i32.const 0))) (drop))
        (func (export "array.get outside")
          (i64.const 7) (drop (array.get_u $bytes (call $array) (i32.const 4))) (drop))
        (func (export "array.get far outside")
          (i64.const 7) (drop (array.get_s $bytes (call $array) (i32.const -1))) (drop))
        (func (export "array.set outside")
          (i64.const 7) (array.set $bytes (call $array) (i32.const 4) (i32.const 9)) (drop))
        (func (export "array.len of null") (local $x (ref null $bytes))
          (i64.const 7) (drop (array.len (local.get $x))) (drop))
        (func (export "array.fill outside")
          (i64.const 7)
          (array.fill $bytes (call $array) (i32.const 1) (i32.const 9) (i32.const 4)) (drop))
        (func (export "array.copy outside")
          (i64.const 7)
          (array.copy $bytes $bytes
            (call $array) (i32.const 1) (call $array) (i32.const 2) (i32.const -1))
          (drop))
        (func (export "array.new too large")
          (i64.const 7) (drop (array.new_default $refs (i32.const -1))) (drop))
        (func (export "cast to another type")
          (i64.const 7)
          (drop (ref.cast (ref $pair) (struct.new $leaf (i32.const 1)))) (drop))
        (func (export "cast of null") (local $p (ref null $pair))
          (i64.const 7) (drop (ref.cast (ref $pair) (local.get $p))) (drop))
        (func (export "cast to i31")
          (i64.const 7)
          (drop (ref.cast (ref null i31) (struct.new $leaf (i32.const 1)))) (drop))
        (func (export "cast to a function")
          (i64.const 7)
          (drop (ref.cast (ref $fn) (ref.null func))) (drop))
        (func (export "i31 of null") (local $x i31ref)
          (i64.const 7) (drop (i31.get_u (local.get $x))) (drop))
        (func (export "null that may not be") (local $x anyref)
          (i64.const 7) (drop (ref.as_non_null (local.get $x))) (drop)))
      """;

  private static final String PACKED =
      """
      (module
        (import "host" "call" (func $host))
        (type $s (struct (field $a (mut i8)) (field $b (mut i16)) (field $f (mut f32))))
        (type $b (array (mut i8)))
        (type $h (array (mut i16)))
        (type $f (array (mut f32)))
        (func (export "struct") (param i32) (result i32 i32 i32 i32 i32) (local $s (ref $s))
          (local.set $s (struct.new $s
            (local.get 0) (local.get 0) (f32.reinterpret_i32 (i32.const 0x7fa00001))))
          (struct.get_s $s $a (local.get $s))
          (struct.get_u $s $a (local.get $s))
          (struct.get_s $s $b (local.get $s))
          (struct.get_u $s $b (local.get $s))
          (i32.reinterpret_f32 (struct.get $s $f (local.get $s))))
        (func (export "array") (param i32) (result i32 i32 i32 i32 i32)
          (local $b (ref $b)) (local $h (ref $h)) (local $f (ref $f))
          (local.set $b (array.new $b (local.get 0) (i32.const 3)))
          (local.set $h (array.new_fixed $h 2 (i32.const 0) (local.get 0)))
          (local.set $f (array.new_default $f (i32.const 1)))
          (array.set $f (local.get $f) (i32.const 0)
            (f32.reinterpret_i32 (i32.const 0x7fa00001)))
          (array.get_s $b (local.get $b) (i32.const 2))
          (array.get_u $b (local.get $b) (i32.const 2))
          (array.get_s $h (local.get $h) (i32.const 1))
          (array.get_u $h (local.get $h) (i32.const 1))
          (i32.reinterpret_f32 (array.get $f (local.get $f) (i32.const 0)))))
      """;

  @ParameterizedTest
  @ValueSource(strings = {"struct", "array"})
  void packedFieldsAreExtendedAndNaNsKeepTheirBits(String function) {
    for (boolean compiled : new boolean[] {false, true}) {
      TestProgram program = TestProgram.start(compiled, PACKED);
      assertEquals(
          List.of(-2, 0xfe, -2, 0xfffe, 0x7fa00001).stream().map(Value::i32).toList(),
          program.call(function, 0x1_fffe));
      assertEquals(Map.of(), program.jit().report().refused());
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void typesOfTwoModulesAreOneIfTheyAreEqual(boolean compiled) {
    TestProgram user = TestProgram.start(compiled, USER);
    Instance maker =
        new Linker(user.thread().store(), user.thread())
            .instantiate(
                WatParser.parse(MAKER.getBytes(StandardCharsets.UTF_8), FeatureSet.ALL).module(),
                _ -> Span.at(0),
                new Imports(user.thread().store()));
    int[] classes = {1, 11, 111};
    int[] widths = {-1, 25, 35};
    for (int i = 0; i < classes.length; i++) {
      Value made =
          user.thread()
              .invoke(maker.exportedFunction("make").orElseThrow(), List.of(Value.i32(i)))
              .getFirst();
      assertEquals(Value.i32(classes[i]), call(user, "classify", made));
      assertEquals(Value.i32(widths[i]), call(user, "width", made));
      if (i > 0) {
        assertEquals(widths[i], ((StructInstance) made.slotObject()).bits(1));
      }
    }
    assertEquals(Map.of(), user.jit().report().refused());
  }

  private static Value call(TestProgram program, String function, Value argument) {
    return program.thread().invoke(program.function(function), List.of(argument)).getFirst();
  }

  @Test
  void whoStopsAtATrapFindsAllOperandsAsTheyWere() {
    for (String function : functions()) {
      List<String> interpreted = stopAtTrap(false, function);
      assertEquals(1, interpreted.size(), function);
      assertEquals(interpreted, stopAtTrap(true, function), function);
    }
  }

  private static List<String> functions() {
    return TestProgram.start(false, TRAPS).instance().module().exports().stream()
        .map(export -> export.name())
        .toList();
  }

  private static List<String> stopAtTrap(boolean compiled, String function) {
    TestProgram program = TestProgram.start(compiled, TRAPS);
    List<String> seen = new ArrayList<>();
    program
        .thread()
        .stopHandler((thread, reason) -> seen.add(describe(thread.top().orElseThrow())));
    Trap trap = assertThrows(Trap.class, () -> program.call(function));
    assertEquals(Map.of(), program.jit().report().refused());
    return seen.stream().map(stop -> stop + " " + trap.getMessage()).toList();
  }

  private static String describe(FrameView frame) {
    List<String> values = new ArrayList<>();
    values.add(frame.function().name() + " + " + frame.place().offset());
    IntStream.range(0, frame.localCount())
        .mapToObj(frame::local)
        .map(Value::toString)
        .forEach(values::add);
    frame.operands().forEach(operand -> values.add(operand.toString()));
    return String.join(", ", values);
  }
}
