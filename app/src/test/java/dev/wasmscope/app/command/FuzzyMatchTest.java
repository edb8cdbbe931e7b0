package dev.wasmscope.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class FuzzyMatchTest {
  private static int score(String pattern, String title) {
    return FuzzyMatch.of(pattern, title).orElseThrow().score();
  }

  @Test
  void lettersMustComeInOrder() {
    assertTrue(FuzzyMatch.of("sov", "Step Over").isPresent());
    assertTrue(FuzzyMatch.of("vos", "Step Over").isEmpty());
  }

  @Test
  void startsOfWordsAreWorthMore() {
    assertTrue(score("so", "Step Over") > score("so", "Reason"));
  }

  @Test
  void adjacentLettersAreWorthMore() {
    assertTrue(score("run", "Run to Cursor") > score("run", "Reset Unknown"));
  }

  @Test
  void theBestOfSeveralPlacesIsTaken() {
    assertEquals(List.of(4, 5, 6), FuzzyMatch.of("pro", "Pop Profile").orElseThrow().positions());
  }

  @Test
  void blanksAndCaseAreIgnored() {
    assertEquals(score("runto", "Run to Cursor"), score("RUN TO", "Run to Cursor"));
  }
}
