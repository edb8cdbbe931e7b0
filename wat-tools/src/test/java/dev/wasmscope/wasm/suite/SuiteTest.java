package dev.wasmscope.wasm.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Every module of the official suite: read, validated, refused with the suite's own words. */
final class SuiteTest {

  @Test
  @Timeout(value = 300, unit = TimeUnit.SECONDS)
  void everyModuleIsJudgedAsTheSuiteSays() {
    assumeTrue(SuiteFiles.isPresent(), "the official suite is not at " + SuiteFiles.root());
    Exclusions exclusions = Exclusions.load();
    List<String> failures = new ArrayList<>();
    int passed = 0;
    int excluded = 0;
    for (Path script : SuiteFiles.scripts()) {
      var checker = new SuiteChecker(script, exclusions);
      checker.check();
      failures.addAll(checker.failures());
      passed += checker.passed();
      excluded += checker.excluded();
    }
    assertEquals(List.of(), failures, () -> String.join("\n", failures));
    assertEquals(exclusions.size(), excluded, "exclusions that no longer name an assertion");
    assertTrue(passed >= 7_825, "only " + passed + " modules were checked");
  }
}
