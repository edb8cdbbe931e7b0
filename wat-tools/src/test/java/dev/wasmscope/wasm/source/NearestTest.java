package dev.wasmscope.wasm.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NearestTest {
  private static final List<String> KINDS = List.of("place", "source", "function", "data", "event");

  @Test
  void findsWhatWasMistyped() {
    assertEquals(Optional.of("place"), Nearest.to("plaec", KINDS));
    assertEquals(Optional.of("function"), Nearest.to("funktion", KINDS));
    assertEquals(Optional.of("data"), Nearest.to("DATA", KINDS));
    assertEquals(Optional.of("event"), Nearest.to("evnt", KINDS));
  }

  @Test
  void guessesNothingFromAfar() {
    assertEquals(Optional.empty(), Nearest.to("memory", KINDS));
    assertEquals(Optional.empty(), Nearest.to("", KINDS));
    assertEquals(Optional.empty(), Nearest.to("x".repeat(100_000), KINDS));
  }

  @Test
  void takesTheFirstOfEquals() {
    assertEquals(Optional.of("$a"), Nearest.to("$x", List.of("$c", "$a", "$b")));
  }
}
