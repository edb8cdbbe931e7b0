package dev.wasmscope.engine.jit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class OptimizerPriorityTest {

  @Test
  @EnabledOnOs(OS.LINUX)
  void theOptimisingCompilerIsNicerThanItWas() {
    List<Integer> threads = OptimizerPriority.optimizers();
    assertFalse(threads.isEmpty());
    List<Integer> before = threads.stream().map(OptimizerPriority::niceness).toList();
    OptimizerPriority.lower();
    assertEquals(
        before.stream().map(niceness -> Math.min(niceness + 5, 19)).toList(),
        threads.stream().map(OptimizerPriority::niceness).toList());
  }
}
