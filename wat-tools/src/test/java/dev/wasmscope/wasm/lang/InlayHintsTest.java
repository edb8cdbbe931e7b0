package dev.wasmscope.wasm.lang;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class InlayHintsTest {

  @Test
  void linesShowTheOperandsBehindThem() {
    String text =
        """
        (module (func (param i32) (result i64)
          local.get 0
          i64.const 7
          f32.const 1 drop
          i64.extend_i32_u
          drop
          drop
          i64.const 1))
        """;
    List<InlayHints.Hint> hints = InlayHints.of(Documents.of(text), 1, 100);

    // The body ends being valid at the extension, which finds an i64.
    assertEquals(
        List.of("i32", "i32 i64", "i32 i64"), hints.stream().map(InlayHints.Hint::text).toList());
    assertEquals(text.indexOf("local.get 0") + 11, hints.getFirst().offset());
  }

  @Test
  void aTextWithErrorsHasNone() {
    assertEquals(List.of(), InlayHints.of(Documents.of("(module (func i32.ad))"), 1, 1));
  }

  @Test
  void anImportHasNone() {
    String text = "(module (func (import \"host\" \"log\") (param i32)))";
    assertEquals(List.of(), InlayHints.of(Documents.of(text), 1, 1));
  }

  @Test
  void aFunctionWhoseTypeIsNoneHasNone() {
    String text = "(module (type $s (struct)) (func (type $s) i32.const 1 drop))";
    assertEquals(List.of(), InlayHints.of(Documents.of(text), 1, 1));
  }

  @Test
  void aModuleWithAWrongDefinitionHasNone() {
    String text =
        "(module (type $t (func)) (global $g (ref 7) (ref.func 0)) (func global.get $g call_ref"
            + " $t))";
    assertEquals(List.of(), InlayHints.of(Documents.of(text), 1, 1));
  }
}
