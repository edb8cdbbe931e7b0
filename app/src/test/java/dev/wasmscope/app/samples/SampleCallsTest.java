package dev.wasmscope.app.samples;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.wasmscope.engine.runtime.WasmException;
import dev.wasmscope.engine.trap.TraceEntry;
import dev.wasmscope.engine.trap.Trap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every call of every WAT sample gives exactly what the index says. */
class SampleCallsTest {

  @TestFactory
  Stream<DynamicTest> everyCallGivesItsResults() {
    return SampleIndex.load().samples().stream()
        .filter(sample -> !sample.calls().isEmpty())
        .map(sample -> dynamicTest(sample.name(), () -> check(sample)));
  }

  private static void check(Sample sample) {
    try (SampleProgram program = SampleProgram.text(sample)) {
      for (SampleCall call : sample.calls()) {
        check(program, call, sample.name() + ": " + call.export() + " " + call.args());
      }
    }
  }

  private static void check(SampleProgram program, SampleCall call, String what) {
    if (call.trap().isPresent()) {
      checkTrap(program, call, what);
    } else if (call.thrown().isPresent()) {
      checkThrow(program, call, what);
    } else {
      assertEquals(
          program.results(call.export(), call.results()),
          program.call(call.export(), call.args()),
          what);
    }
    for (SampleCall.Memory memory : call.memory()) {
      byte[] expected = memory.bytes();
      assertArrayEquals(expected, program.memory(memory.start(), expected.length), what);
    }
  }

  private static void checkTrap(SampleProgram program, SampleCall call, String what) {
    Trap trap = assertThrows(Trap.class, () -> program.call(call.export(), call.args()), what);
    assertEquals(call.trap().orElseThrow(), trap.reason().wording(), what);
    assertEquals(call.stack(), trap.backtrace().stream().map(TraceEntry::function).toList(), what);
  }

  private static void checkThrow(SampleProgram program, SampleCall call, String what) {
    WasmException thrown =
        assertThrows(WasmException.class, () -> program.call(call.export(), call.args()), what);
    assertEquals(program.tag(call.thrown().orElseThrow()), thrown.exception().tag(), what);
  }
}
