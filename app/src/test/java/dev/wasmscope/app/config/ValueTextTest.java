package dev.wasmscope.app.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValueTextTest {
  @ParameterizedTest
  @CsvSource({
    "10ms, 10000000",
    "60s, 60000000000",
    "1.5s, 1500000000",
    "250us, 250000",
    "7 ns, 7",
    "2m, 120000000000",
    "2min, 120000000000",
    "1h, 3600000000000",
    "0ms, 0"
  })
  void durations(String text, long nanos) {
    assertEquals(Optional.of(Duration.ofNanos(nanos)), DurationText.parse(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "10", "ms", "-1s", "10 parsecs", "1e3s", "999999999999999h"})
  void notDurations(String text) {
    assertEquals(Optional.empty(), DurationText.parse(text));
  }

  @ParameterizedTest
  @CsvSource({
    "128MiB, 134217728",
    "1GiB, 1073741824",
    "64KiB, 65536",
    "4096, 4096",
    "10 kB, 10000",
    "2mb, 2000000",
    "3b, 3"
  })
  void sizes(String text, long bytes) {
    assertEquals(OptionalLong.of(bytes), SizeText.parse(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "MiB", "-1", "1.5GiB", "12 pages", "999999999999999999TiB"})
  void notSizes(String text) {
    assertEquals(OptionalLong.empty(), SizeText.parse(text));
  }
}
