package dev.wasmscope.wasm.lang;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class CompletionTest {

  /** Proposals at the bar, which is taken out of the text. */
  private static List<CompletionItem> at(String text) {
    int offset = text.indexOf('¦');
    return Completion.at(Documents.of(text.replace("¦", "")), offset);
  }

  private static List<String> labels(String text) {
    return at(text).stream().map(CompletionItem::label).toList();
  }

  @Test
  void instructionsComeWithTheirSignature() {
    CompletionItem item = at("(module (func i32.ad¦))").getFirst();

    assertEquals("i32.add", item.label());
    assertEquals("[i32 i32] → [i32]", item.detail());
    assertEquals(6, item.replace().length());
  }

  @Test
  void identifiersAreThoseThatFitTheInstruction() {
    String text =
        "(module (global $g i32 (i32.const 0)) (func $f (param $p i32) (local $q i32) %s))";

    assertEquals(List.of("$p", "$q"), labels(text.formatted("(local.get $¦)")));
    assertEquals(List.of("$f"), labels(text.formatted("(call $¦)")));
    assertEquals(List.of("$g"), labels(text.formatted("(global.get $¦)")));
  }

  @Test
  void localsOfOtherFunctionsAreOutOfScope() {
    List<String> labels = labels("(module (func (param $x i32)) (func (local.get $¦)))");

    assertFalse(labels.contains("$x"));
  }

  @Test
  void typesAndFieldsHaveTheirPlaces() {
    assertTrue(labels("(module (func (param ¦)))").contains("i64"));
    assertTrue(labels("(module (fu¦))").contains("func"));
    assertFalse(labels("(module (¦))").contains("i32.add"));
  }
}
