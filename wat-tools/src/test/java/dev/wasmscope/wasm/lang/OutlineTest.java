package dev.wasmscope.wasm.lang;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class OutlineTest {

  @Test
  void listsTheDefinitionsInTextualOrder() {
    List<OutlineItem> items = Outline.of(Documents.of(Documents.SUM));

    assertEquals(
        List.of(
            "FUNCTION $log: i32 →",
            "MEMORY $heap: 1 pages",
            "GLOBAL $count: (mut i32)",
            "FUNCTION $sum: $a: i32, $b: i32 → i32",
            "FUNCTION $main: →"),
        items.stream().map(i -> i.kind() + " " + i.name() + ": " + i.detail()).toList());
    assertTrue(Documents.words(Documents.SUM, items.get(3).span()).startsWith("(func $sum"));
  }

  @Test
  void whatHasNoIdentifierIsCalledByItsExport() {
    List<OutlineItem> items = Outline.of(Documents.of("(module (func (export \"go\")) (func))"));

    assertEquals(List.of("\"go\"", "1"), items.stream().map(OutlineItem::name).toList());
  }

  @Test
  void aTextWithErrorsHasAnOutlineToo() {
    assertEquals(
        2, Outline.of(Documents.of("(module (func $a i32.ad) (func $b (call $c)))")).size());
  }
}
