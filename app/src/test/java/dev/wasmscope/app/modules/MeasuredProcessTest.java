package dev.wasmscope.app.modules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wasmscope.app.modules.MeasuredProcess.Cost;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class MeasuredProcessTest {

  @Test
  void theCostIsReadFromWhatTimeWrote() {
    assertEquals(
        new Cost(false, 900, 1750, 102.4), MeasuredProcess.cost(false, 900, "1.50 0.25 100000\n"));
  }

  @Test
  void eachCostHasItsOwnMedian() {
    List<Cost> costs =
        List.of(
            new Cost(false, 1, 30, 200), new Cost(false, 3, 10, 100), new Cost(false, 2, 20, 300));
    assertEquals(Optional.of(new Cost(false, 2, 20, 200)), Cost.median(costs));
  }

  @Test
  void aProcessThatFailedHasNoMedian() {
    assertEquals(
        Optional.empty(), Cost.median(List.of(new Cost(false, 1, 1, 1), new Cost(true, 1, 1, 1))));
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aProgramOnThePathIsFound() {
    assertTrue(MeasuredProcess.isInstalled("sh"));
    assertTrue(MeasuredProcess.isInstalled("/bin/sh"));
    assertFalse(MeasuredProcess.isInstalled("no-program-has-this-name"));
  }
}
