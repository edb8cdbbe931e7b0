package dev.wasmscope.app.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wasmscope.wasm.instr.FeatureSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WatAnalyzerTest {
  private final WatAnalyzer analyzer = new WatAnalyzer(FeatureSet.DEFAULT);

  private String style(String text, String of) {
    int at = text.indexOf(of);
    Optional<StyledToken> token =
        analyzer.highlight(text).stream()
            .filter(t -> t.start() == at && t.end() == at + of.length())
            .findFirst();
    return token.map(StyledToken::style).orElse("none");
  }

  @Test
  void tokensAreColouredByWhatTheyAre() {
    String text = "(module ;; é\n (func $f (param i32) (br_if 0 (i32.add (i32.const 0x1F)))))";
    assertEquals("kw", style(text, "module"));
    assertEquals("comment", style(text, ";; é"));
    assertEquals("id", style(text, "$f"));
    assertEquals("type", style(text, "i32"));
    assertEquals("control", style(text, "br_if"));
    assertEquals("instr", style(text, "i32.add"));
    assertEquals("num", style(text, "0x1F"));
  }

  @Test
  void aParseErrorPointsAtItsCharacters() {
    String text = "(module ;; é\n (func (drop (i32.cons 1))))";
    List<Problem> problems = analyzer.analyze(text).problems();
    assertEquals(1, problems.size());
    assertEquals(text.indexOf("i32.cons"), problems.getFirst().start());
    assertEquals(1, problems.getFirst().line());
    assertTrue(problems.getFirst().error());
  }

  @Test
  void aTypeErrorIsFoundByValidation() {
    String text = "(module (func (result i32) (i64.const 1)))";
    List<Problem> problems = analyzer.analyze(text).problems();
    assertEquals(1, problems.size());
    assertTrue(problems.getFirst().message().contains("type mismatch"), problems.toString());
  }

  @Test
  void aRightTextHasNoProblemsAndAModule() {
    Analysis analysis = analyzer.analyze("(module (func (export \"f\")))");
    assertEquals(List.of(), analysis.problems());
    assertEquals(1, analysis.module().orElseThrow().functions().size());
  }

  @Test
  void anyTextIsAnalyzedWithoutAnException() {
    for (String text :
        List.of("", "(", ")))", "\"", "(module (func", "\u0000", "(;", "(module $)")) {
      analyzer.analyze(text);
      analyzer.highlight(text);
    }
  }
}
