package dev.wasmscope.engine.jit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** With one step, which nobody notices: the threads are those of all tests. */
@EnabledOnOs(OS.LINUX)
class OptimizerPriorityTest {

  private final OptimizerPriority priority = new OptimizerPriority(1);

  private static List<Integer> ofOptimizers() {
    List<Integer> threads = OptimizerPriority.optimizers();
    assertFalse(threads.isEmpty());
    return threads.stream().map(OptimizerPriority::niceness).toList();
  }

  /** What another thread is nicer by after sharing. */
  private int whoShares() throws Exception {
    FutureTask<Integer> nicer =
        new FutureTask<>(
            () -> {
              int before = OptimizerPriority.niceness(OptimizerPriority.currentThread());
              priority.share();
              return OptimizerPriority.niceness(OptimizerPriority.currentThread()) - before;
            });
    Thread.ofPlatform().start(nicer);
    return nicer.get();
  }

  @Test
  void theOptimisingCompilerIsNicerThanItWasOnce() {
    List<Integer> before = ofOptimizers();
    priority.lower();
    priority.lower();
    List<Integer> expected = before.stream().map(nice -> Math.min(nice + 1, 19)).toList();
    assertEquals(expected, ofOptimizers());
  }

  @Test
  void threadsThatEndMeanwhileAreNoneOfItsOwn() throws Exception {
    AtomicBoolean enough = new AtomicBoolean();
    Runnable startsThreads =
        () -> {
          while (!enough.get()) {
            Thread.ofPlatform().start(() -> {});
          }
        };
    Thread busy = Thread.ofPlatform().start(startsThreads);
    try {
      for (int i = 0; i < 200; i++) {
        assertFalse(OptimizerPriority.optimizers().isEmpty());
      }
    } finally {
      enough.set(true);
      busy.join();
    }
  }

  @Test
  void soAreThreadsOfTheProgramThen() throws Exception {
    priority.lower();
    assertEquals(1, whoShares());
    assertEquals(1, whoShares());
  }

  @Test
  void itDoesNotGiveWayToSeveralThreads() throws Exception {
    List<Integer> before = ofOptimizers();
    assertEquals(0, whoShares());
    priority.lower();
    assertEquals(before, ofOptimizers());
  }
}
