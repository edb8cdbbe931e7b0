package dev.wasmscope.app.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class TaskRunnerTest {
  private final TaskBoard board = new TaskBoard();
  private final Deque<Runnable> background = new ArrayDeque<>();
  private final TaskRunner runner = new TaskRunner(background::add, Runnable::run, board);
  private final List<String> told = new ArrayList<>();

  private TaskEntry start(Job.Work<String> work) {
    return runner.start(
        new Job<>("work", work, told::add, failure -> told.add("failed: " + failure.getMessage())));
  }

  @Test
  void aJobIsOnTheBoardWhileItRunsAndItsResultIsTold() {
    start(
        progress -> {
          progress.report(0.5, "half");
          assertEquals(0.5, board.entries().getFirst().fraction().get());
          assertEquals("half", board.entries().getFirst().message().get());
          return "done";
        });
    assertEquals(1, board.entries().size());

    background.remove().run();

    assertEquals(List.of("done"), told);
    assertTrue(board.entries().isEmpty());
  }

  @Test
  void aFailureIsToldOnce() {
    start(
        progress -> {
          throw new java.io.IOException("no disk");
        });
    background.remove().run();

    assertEquals(List.of("failed: no disk"), told);
    assertTrue(board.entries().isEmpty());
  }

  @Test
  void aCancelledJobTellsNothing() {
    TaskEntry entry =
        start(
            progress -> {
              progress.check();
              return "never";
            });
    entry.cancel();
    background.remove().run();

    assertEquals(List.of(), told);
    assertTrue(board.entries().isEmpty());
  }

  @Test
  void aResultThatComesAfterCancellingIsDropped() {
    TaskEntry[] entry = new TaskEntry[1];
    entry[0] =
        start(
            progress -> {
              entry[0].cancel();
              return "too late";
            });
    background.remove().run();

    assertEquals(List.of(), told);
  }

  @Test
  void aStackOverflowIsAFailureAndNotLost() {
    start(progress -> overflow(0));
    background.remove().run();

    assertEquals(1, told.size());
    assertTrue(told.getFirst().startsWith("failed"), told.toString());
  }

  @SuppressWarnings("InfiniteRecursion") // the very thing that is tested
  private static String overflow(int depth) {
    return overflow(depth + 1) + depth;
  }
}
