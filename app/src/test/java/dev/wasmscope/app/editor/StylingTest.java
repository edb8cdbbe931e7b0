package dev.wasmscope.app.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.wasmscope.app.analysis.Problem;
import dev.wasmscope.app.analysis.StyledToken;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StylingTest {
  private static List<String> styles(
      int start, int end, List<StyledToken> tokens, List<Problem> problems, Execution execution) {
    List<String> runs = new ArrayList<>();
    Styling.of(start, end, tokens, problems, execution, List.of())
        .forEach(span -> runs.add(span.getLength() + ":" + String.join("+", span.getStyle())));
    return runs;
  }

  private static Problem problem(int start, int end) {
    return new Problem(true, start, end, 0, 0, "", "", java.util.Optional.empty());
  }

  @Test
  void tokensColourTheirCharactersOnly() {
    List<StyledToken> tokens =
        List.of(
            new StyledToken(0, 5, "kw"),
            new StyledToken(12, 14, "num"),
            new StyledToken(30, 40, "id"));
    assertEquals(List.of("2:", "2:num", "6:"), styles(10, 20, tokens, List.of(), null));
  }

  @Test
  void layersOverlap() {
    List<StyledToken> tokens = List.of(new StyledToken(0, 6, "instr"));
    Execution execution = new Execution(0, 0, 4, Execution.Kind.CURRENT);
    assertEquals(
        List.of("2:instr+exec-span", "2:instr+error+exec-span", "2:instr+error", "2:error"),
        styles(0, 8, tokens, List.of(problem(2, 8)), execution));
  }

  @Test
  void anEmptyProblemUnderlinesOneCharacter() {
    assertEquals(
        List.of("3:", "1:error", "1:"), styles(0, 5, List.of(), List.of(problem(3, 3)), null));
  }
}
