package dev.wasmscope.wasm.suite;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A short, always equal run of {@link MutatedModules}. */
final class MutatedModulesTest {

  @Test
  @Timeout(value = 120, unit = TimeUnit.SECONDS)
  void damagedModulesGiveDiagnosticsAndNothingElse() {
    assumeTrue(SuiteFiles.isPresent(), "the official suite is not at " + SuiteFiles.root());
    try (var fuzzer = new MutatedModules(7)) {
      SuiteFiles.scripts().forEach(script -> fuzzer.script(script, 5));
      assertTrue(fuzzer.tried() > 10_000, "only " + fuzzer.tried() + " modules were tried");
    }
  }
}
