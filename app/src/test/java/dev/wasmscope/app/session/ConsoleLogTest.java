package dev.wasmscope.app.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConsoleLogTest {
  private final Deque<Runnable> window = new ArrayDeque<>();
  private final ConsoleLog log = new ConsoleLog(window::add);

  private List<String> flushed() {
    while (!window.isEmpty()) {
      window.remove().run();
    }
    return log.lines().stream().map(ConsoleLine::text).toList();
  }

  @Test
  void partsOfALineAreJoinedAlsoAcrossBatches() {
    log.write(ConsoleLine.Kind.STDOUT, "one\ntw");
    assertEquals(List.of("one", "tw"), flushed());
    log.write(ConsoleLine.Kind.STDOUT, "o");
    log.write(ConsoleLine.Kind.STDOUT, "\nthree\n");
    assertEquals(List.of("one", "two", "three"), flushed());
  }

  @Test
  void streamsDoNotMixInALine() {
    log.write(ConsoleLine.Kind.STDOUT, "out");
    log.write(ConsoleLine.Kind.STDERR, "err\n");
    assertEquals(List.of("out", "err"), flushed());
  }

  @Test
  void manyWritesAreOneBatch() {
    for (int i = 0; i < 1000; i++) {
      log.write(ConsoleLine.Kind.STDOUT, "x\n");
    }
    assertEquals(1, window.size());
    assertEquals(1000, flushed().size());
  }

  @Test
  void onlyTheNewestLinesAreKept() {
    for (int i = 0; i < 25_000; i++) {
      log.line(ConsoleLine.Kind.STDOUT, Integer.toString(i));
    }
    List<String> lines = flushed();
    assertEquals(20_000, lines.size());
    assertEquals("24999", lines.getLast());
  }
}
