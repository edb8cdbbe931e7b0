package dev.wasmscope.wasm.lang;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NavigationTest {

  private final WatDocument document = Documents.of(Documents.SUM);

  @Test
  void aUseLeadsToItsDefinition() {
    int use = Documents.SUM.indexOf("$sum (i32");

    assertEquals(
        Documents.SUM.indexOf("$sum"), Navigation.definition(document, use).orElseThrow().start());
  }

  @Test
  void aNumberLeadsToItsDefinitionToo() {
    String text = "(module (func) (func (call 0)))";

    assertEquals(
        "(func)",
        Documents.words(
            text, Navigation.definition(Documents.of(text), text.indexOf("0)")).orElseThrow()));
  }

  @Test
  void referencesAreAllThatStandForTheSame() {
    int offset = Documents.SUM.indexOf("$total");

    assertEquals(4, Navigation.references(document, offset).size());
    assertEquals(2, Navigation.references(document, Documents.SUM.indexOf("$done")).size());
  }

  @Test
  void equalNamesOfOtherFunctionsAreLeftAlone() {
    String text = "(module (func (param $x i32) (drop (local.get $x))) (func (param $x i32)))";
    List<TextEdit> edits = Rename.edits(Documents.of(text), text.indexOf("$x"), "$y");

    assertEquals(2, edits.size());
    assertTrue(edits.stream().allMatch(e -> e.replacement().equals("$y")));
    assertTrue(edits.getLast().span().end() < text.lastIndexOf("$x"));
  }

  @Test
  void aNameThatIsTakenOrIllFormedIsRefused() {
    int offset = Documents.SUM.indexOf("$total");

    assertTrue(Rename.objection(document, offset, "$a").orElseThrow().contains("another local"));
    assertTrue(Rename.objection(document, offset, "total").isPresent());
    assertEquals(Optional.empty(), Rename.objection(document, offset, "$result"));
  }
}
