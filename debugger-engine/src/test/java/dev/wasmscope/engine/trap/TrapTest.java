package dev.wasmscope.engine.trap;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class TrapTest {
  @Test
  void messageStartsWithTheWordingAndReadsOnWithTheDetail() {
    assertEquals("integer overflow", new Trap(TrapReason.INTEGER_OVERFLOW).getMessage());
    assertEquals(
        "uninitialized element 2",
        new Trap(TrapReason.UNINITIALIZED_ELEMENT, Integer.toString(2)).getMessage());
  }

  @Test
  void hasNoJavaStackTrace() {
    assertEquals(0, new Trap(TrapReason.UNREACHABLE).getStackTrace().length);
  }
}
