package dev.wasmscope.wasm.suite;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A short, always equal run of {@link MutatedTexts}. */
final class MutatedTextsTest {

  @Test
  @Timeout(value = 120, unit = TimeUnit.SECONDS)
  void damagedTextsGiveDiagnosticsAndNothingElse() {
    assumeTrue(SuiteFiles.isPresent(), "the official suite is not at " + SuiteFiles.root());
    try (var fuzzer = new MutatedTexts(7)) {
      SuiteFiles.scripts().forEach(script -> fuzzer.script(script, 1));
      assertTrue(fuzzer.tried() > 2_000, "only " + fuzzer.tried() + " texts were tried");
    }
  }
}
