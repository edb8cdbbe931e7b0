package dev.wasmscope.engine.interp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.wasmscope.engine.Engine;
import dev.wasmscope.engine.runtime.Instance;
import dev.wasmscope.engine.runtime.Value;
import dev.wasmscope.engine.trap.Trap;
import dev.wasmscope.engine.trap.TrapReason;
import dev.wasmscope.wasm.type.AbsHeapType;
import dev.wasmscope.wasm.type.RefType;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Strings are made, measured, compared and written out; malformed ones trap. */
class StringStepsTest {

  private static final String PROGRAM =
      """
      (module
        (memory (export "memory") 1)
        (func (export "constant") (result stringref) string.const "grüß 🐙")
        (func (export "read") (param i32 i32) (result stringref)
          local.get 0 local.get 1 string.new_utf8)
        (func (export "readLossy") (param i32 i32) (result stringref)
          local.get 0 local.get 1 string.new_lossy_utf8)
        (func (export "write") (param stringref i32) (result i32)
          local.get 0 local.get 1 string.encode_utf8)
        (func (export "concat") (param stringref stringref) (result stringref)
          local.get 0 local.get 1 string.concat)
        (func (export "eq") (param stringref stringref) (result i32)
          local.get 0 local.get 1 string.eq)
        (func (export "compare") (param stringref stringref) (result i32)
          local.get 0 local.get 1 string.compare)
        (func (export "bytes") (param stringref) (result i32)
          local.get 0 string.measure_utf8)
        (func (export "units") (param stringref) (result i32)
          local.get 0 string.measure_wtf16)
        (func (export "unit") (param stringref i32) (result i32)
          local.get 0 string.as_wtf16 local.get 1 stringview_wtf16.get_codeunit)
        (func (export "slice") (param stringref i32 i32) (result stringref)
          local.get 0 string.as_wtf16 local.get 1 local.get 2 stringview_wtf16.slice))
      """;

  private final Engine engine = Engine.builder().build();
  private final Instance instance = Programs.instantiate(engine, PROGRAM);

  private static Value string(String text) {
    return new Value.Ref(text, new RefType(true, AbsHeapType.STRING));
  }

  private Value call(String export, Value... args) {
    return engine.invoke(instance, export, args).getFirst();
  }

  @Test
  void aConstantIsReadFromTheModule() {
    assertEquals("grüß 🐙", call("constant").slotObject());
  }

  @Test
  void stringsAreReadFromMemoryAndWrittenToIt() {
    byte[] bytes = "naïve 🐙".getBytes(StandardCharsets.UTF_8);
    instance.memory(0).write(100, bytes);
    Value read = call("read", Value.i32(100), Value.i32(bytes.length));
    assertEquals("naïve 🐙", read.slotObject());
    assertEquals(Value.i32(bytes.length), call("write", read, Value.i32(200)));
    assertArrayEquals(bytes, instance.memory(0).read(200, bytes.length));
  }

  @Test
  void malformedBytesTrapOrAreReplaced() {
    instance.memory(0).write(0, new byte[] {'a', (byte) 0xff, 'b'});
    Trap trap = assertThrows(Trap.class, () -> call("read", Value.i32(0), Value.i32(3)));
    assertEquals(TrapReason.INVALID_STRING, trap.reason());
    assertEquals("a\ufffdb", call("readLossy", Value.i32(0), Value.i32(3)).slotObject());
  }

  @Test
  void measuresCountBytesAndUnits() {
    assertEquals(Value.i32(6), call("bytes", string("ä🐙")));
    assertEquals(Value.i32(3), call("units", string("ä🐙")));
    assertEquals(Value.i32(-1), call("bytes", string("\ud83d")));
    assertEquals(Value.i32(0xdc19), call("unit", string("🐙"), Value.i32(1)));
  }

  @Test
  void stringsAreComparedByCodePoints() {
    assertEquals(Value.i32(1), call("compare", string("🐙"), string("\uffee")));
    assertEquals(Value.i32(-1), call("compare", string("a"), string("ab")));
    assertEquals(Value.i32(1), call("eq", string("a"), string("a")));
    assertEquals(Value.i32(0), call("eq", string("a"), string(null)));
  }

  @Test
  void partsAndSums() {
    assertEquals("ab", call("concat", string("a"), string("b")).slotObject());
    Value slice = call("slice", string("octopus"), Value.i32(2), Value.i32(99));
    assertEquals("topus", slice.slotObject());
  }

  @Test
  void whatIsBeyondTheEndTraps() {
    Trap trap = assertThrows(Trap.class, () -> call("unit", string("ab"), Value.i32(2)));
    assertEquals(TrapReason.OUT_OF_BOUNDS_STRING_ACCESS, trap.reason());
    List<Value> args = List.of(string(null));
    assertEquals(
        TrapReason.NULL_REFERENCE,
        assertThrows(Trap.class, () -> call("bytes", args.getFirst())).reason());
  }
}
