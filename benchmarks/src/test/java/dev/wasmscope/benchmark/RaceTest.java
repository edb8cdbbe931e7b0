package dev.wasmscope.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RaceTest {

  private static final Kernel KERNEL = new Kernel("group", "name", 5);

  private final Peer right = peer("right", "while read n; do echo \"$n 3000000 2000000\"; done");

  @Test
  void aPeerIsAskedWithTheKernelsNumberAndItsTimesAreMilliseconds() {
    assertEquals(Map.of(right, new Result.Measured("5", 2, 2)), race(right));
  }

  @Test
  void aPeerWithAnotherResultThanTheFirstHasNoTime() {
    Peer wrong = peer("wrong", "while read n; do echo '6 1 1'; done");
    assertEquals(new Result.Failed("wrong result: 6, expected 5"), race(right, wrong).get(wrong));
  }

  @Test
  void aPeerThatEndsIsReportedWithWhatItSaid() {
    Peer broken = peer("broken", "echo 'Error: no such instruction' >&2");
    Map<Peer, Result> results = race(broken, right);
    assertEquals(new Result.Failed("Error: no such instruction"), results.get(broken));
    assertInstanceOf(Result.Measured.class, results.get(right));
  }

  @Test
  void aPeerThatChangesItsMindHasNoTime() {
    Peer fickle = peer("fickle", "i=0; while read n; do i=$((i+1)); echo \"$i 1 1\"; done");
    assertEquals(new Result.Failed("not always the same result: [3, 4]"), race(fickle).get(fickle));
  }

  private static Map<Peer, Result> race(Peer... peers) {
    return new Race(Processors.find(), 2, Duration.ZERO, Duration.ofSeconds(30))
        .run(KERNEL, Path.of("kernel.wasm"), List.of(peers));
  }

  private static Peer peer(String name, String script) {
    return new Peer(name, "", List.of("sh", "-c", script), List.of());
  }
}
