package dev.wasmscope.app.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wasmscope.wasm.binary.BinaryWriter;
import dev.wasmscope.wasm.instr.Feature;
import dev.wasmscope.wasm.instr.FeatureSet;
import dev.wasmscope.wasm.module.ByteSlice;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WatAnalyzerTest {
  private final WatAnalyzer analyzer = new WatAnalyzer();

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
    List<Problem> problems = analyzer.analyze(text, FeatureSet.DEFAULT).problems();
    assertEquals(1, problems.size());
    assertEquals(text.indexOf("i32.cons"), problems.getFirst().start());
    assertEquals(1, problems.getFirst().line());
    assertTrue(problems.getFirst().error());
  }

  @Test
  void aTypeErrorIsFoundByValidation() {
    String text = "(module (func (result i32) (i64.const 1)))";
    List<Problem> problems = analyzer.analyze(text, FeatureSet.DEFAULT).problems();
    assertEquals(1, problems.size());
    assertTrue(problems.getFirst().message().contains("type mismatch"), problems.toString());
  }

  @Test
  void aRightTextHasNoProblemsAndAModule() {
    Analysis analysis = analyzer.analyze("(module (func (export \"f\")))", FeatureSet.DEFAULT);
    assertEquals(List.of(), analysis.problems());
    assertEquals(1, analysis.module().orElseThrow().functions().size());
  }

  @Test
  void anyTextIsAnalyzedWithoutAnException() {
    for (String text :
        List.of("", "(", ")))", "\"", "(module (func", "\u0000", "(;", "(module $)")) {
      analyzer.analyze(text, FeatureSet.DEFAULT);
      analyzer.highlight(text);
    }
  }

  @Test
  void aFeatureThatIsOffIsOneClickAway() {
    String text = "(module (func (param (ref string))))";
    Problem problem = analyzer.analyze(text, FeatureSet.DEFAULT).problems().getFirst();
    assertEquals(
        Optional.of(new Fix.SwitchOn("Switch on stringref for this file", Feature.STRINGREF)),
        problem.fix());
    assertEquals(List.of(), analyzer.analyze(text, FeatureSet.ALL).problems());
  }

  @Test
  void anEditIsCountedInCharacters() {
    String text =
        """
        (module ;; é🐙
          (type $Box (struct (field $v i32)))
          (func (param (ref $Box)) (struct.set $Box $v (local.get 0) (i32.const 1))))
        """;
    Problem problem = analyzer.analyze(text, FeatureSet.DEFAULT).problems().getFirst();
    Fix.Edit edit = assertInstanceOf(Fix.Edit.class, problem.fix().orElseThrow());
    assertEquals("i32", text.substring(edit.start(), edit.end()));
    assertEquals("(mut i32)", edit.replacement());
  }

  @Test
  void whatAModuleNeedsIsKnownForTextAndBinary() {
    String text =
        "(module (memory 1) (func (memory.fill (i32.const 0) (i32.const 0) (i32.const 0))))";
    Analysis ofText = analyzer.analyze(text, FeatureSet.DEFAULT);
    assertEquals("2.0", ofText.needs().orElseThrow().summary());
    byte[] binary = BinaryWriter.write(ofText.module().orElseThrow());
    Analysis ofBinary =
        analyzer.analyze(ByteSlice.of(binary), FeatureSet.DEFAULT.without(Feature.BULK_MEMORY));
    assertEquals("2.0", ofBinary.needs().orElseThrow().summary());
    assertEquals(
        Optional.of(Feature.BULK_MEMORY),
        ofBinary.problems().getFirst().fix().map(fix -> ((Fix.SwitchOn) fix).feature()));
  }
}
