package dev.wasmscope.app.modules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class TimingTest {

  @Test
  void theMedianIsTheMiddleOrBetweenTheTwoInIt() {
    assertEquals(3, Timing.median(List.of(9.0, 1.0, 3.0)));
    assertEquals(2.5, Timing.median(List.of(9.0, 1.0, 2.0, 3.0)));
    assertEquals(7, Timing.median(List.of(7.0)));
  }
}
