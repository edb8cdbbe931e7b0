package dev.wasmscope.wasm.lang;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wasmscope.wasm.binary.BinaryWriter;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BodyStyleTest {

  private static final String FLAT =
      "(module (func $f (param $x i32) (result i32) local.get $x i32.const 2 i32.mul))";

  private static String apply(String text, TextEdit edit) {
    return text.substring(0, edit.span().start())
        + edit.replacement()
        + text.substring(edit.span().end());
  }

  @Test
  void aFunctionCanBeFoldedAndUnfolded() {
    WatDocument document = Documents.of(FLAT);
    String folded = apply(FLAT, BodyStyle.rewrite(document, 20, true).orElseThrow());
    String flat = apply(folded, BodyStyle.rewrite(Documents.of(folded), 20, false).orElseThrow());

    assertTrue(folded.contains("(i32.mul (local.get $x) (i32.const 2))"), folded);
    assertTrue(flat.contains("local.get $x\n"), flat);
    assertArrayEquals(
        BinaryWriter.write(document.parsed().module()),
        BinaryWriter.write(Documents.of(folded).parsed().module()));
    assertArrayEquals(
        BinaryWriter.write(document.parsed().module()),
        BinaryWriter.write(Documents.of(flat).parsed().module()));
  }

  @Test
  void whatWouldBeLostIsLeftAlone() {
    String text = "(module (func (nop) ;; why\n))";

    assertEquals(Optional.empty(), BodyStyle.rewrite(Documents.of(text), 12, false));
  }
}
