package dev.wasmscope.app.program;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class ArgumentWordsTest {
  @Test
  void blanksSeparateButNotWithinQuotesAndBrackets() {
    assertEquals(
        List.of("\"Ann \\\" Lee\"", "42", "{\"a }\", [1, 2]}", "$Person {1, 2}", "$b"),
        ArgumentWords.split("  \"Ann \\\" Lee\" 42 {\"a }\", [1, 2]} $Person {1, 2} $b "));
    assertEquals(List.of(), ArgumentWords.split(" "));
  }

  @Test
  void aShapeTakesItsLanes() {
    assertEquals(
        List.of("i32x4 1 2 3 4", "i64x2:5 6", "f64x2: 1 2", "i32x4:1,2,3,4", "7"),
        ArgumentWords.split("i32x4 1 2 3 4 i64x2:5 6 f64x2: 1 2 i32x4:1,2,3,4 7"));
    assertEquals(List.of("i32x4 1"), ArgumentWords.split("i32x4 1"), "too few");
  }
}
