package dev.wasmscope.engine.generated;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wasmscope.fuzz.module.Size;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Short, always equal runs of {@link GeneratedPrograms} and {@link MutatedPrograms}. */
final class GeneratedProgramsTest {

  @Test
  void programsEndAndAllWaysToRunThemAgree() {
    LongStream.range(0, 20).forEach(seed -> GeneratedPrograms.check(seed, Size.SMALL));
  }

  @Test
  void damagedProgramsTrapOrEndToo() {
    try (var programs = new MutatedPrograms()) {
      LongStream.range(0, 20).forEach(seed -> programs.program(seed, 100));
      assertTrue(programs.run() > 50, programs.run() + " of " + programs.tried() + " were valid");
    }
  }
}
