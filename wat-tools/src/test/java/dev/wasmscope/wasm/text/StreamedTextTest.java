package dev.wasmscope.wasm.text;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wasmscope.wasm.instr.FeatureSet;
import dev.wasmscope.wasm.module.Module;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Modules of any size pass between file and file with little of their text in memory. */
class StreamedTextTest {

  /** More functions than are worked on at a time, one of them longer than a block of text. */
  private static final String LARGE =
      "(module (memory 1)"
          + "(func $\"größe\" (param $\"日本\" i32) (result i32) (local.get $\"日本\"))"
          + "(func $long "
          + "(call $\"größe\" (i32.const 7)) drop ".repeat(20_000)
          + ")"
          + "(func (memory.init $d (i32.const 0) (i32.const 0) (i32.const 0)))".repeat(300)
          + "(data $d \""
          + "\\00\\ff text".repeat(20_000)
          + "\")"
          + "(@custom \"own\" \"contents\"))";

  private static Module module(String text) {
    return WatParser.parseWithoutMap(bytes(text), FeatureSet.DEFAULT).orElseThrow();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] streamed(Module module, PrintOptions options) throws IOException {
    var out = new ByteArrayOutputStream();
    WatPrinter.print(module, options, out);
    return out.toByteArray();
  }

  @Test
  void aStreamedTextIsTheTextPrintedWhole() throws IOException {
    Module module = module(LARGE);
    var folded = new PrintOptions(true, true, true, false);

    assertArrayEquals(
        WatPrinter.print(module, PrintOptions.FLAT).text().toBytes(),
        streamed(module, PrintOptions.FLAT));
    assertArrayEquals(WatPrinter.print(module, folded).text().toBytes(), streamed(module, folded));
  }

  @Test
  void aDataCountThatOnlyCodeAsksForIsNotWritten() throws IOException {
    String text = new String(streamed(module(LARGE), PrintOptions.FLAT), StandardCharsets.UTF_8);
    String kept = "(module (@datacount) (data \"x\"))";

    assertFalse(text.contains("@datacount"));
    assertTrue(
        new String(streamed(module(kept), PrintOptions.FLAT), StandardCharsets.UTF_8)
            .contains("(@datacount)"));
  }

  @Test
  void aStreamThatFailsEndsThePrinting() {
    var full = new IOException("No space left on device");
    OutputStream disk =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw full;
          }
        };

    for (String text : new String[] {LARGE, "(module)"}) {
      assertEquals(
          full,
          assertThrows(
              IOException.class, () -> WatPrinter.print(module(text), PrintOptions.FLAT, disk)));
    }
  }

  @Test
  void withoutAMapTheModuleIsTheSame() {
    assertEquals(WatParser.parse(bytes(LARGE), FeatureSet.DEFAULT).module(), module(LARGE));
  }

  @Test
  void functionsParsedSideBySideKeepTheirOrderNamesExportsAndHints() {
    var text = new StringBuilder("(module (type $t (func (param i32)))");
    for (int i = 0; i < 300; i++) {
      text.append(
          """
          (func $f%1$d (export "e%1$d") (type $t) (local $l%1$d i64)
            (block (@metadata.code.branch_hint "\\01") (br_if 0 (local.get 0)))
            (call $f%2$d (i32.const %1$d)))
          """
              .formatted(i, 299 - i));
      if (i == 150) {
        text.append("(global $between i32 (i32.const 1))");
      }
    }
    text.append(")");

    assertEquals(
        WatParser.parse(bytes(text.toString()), FeatureSet.DEFAULT).module(),
        module(text.toString()));
  }

  @Test
  void typesThatOnlyBodiesWriteOutAreNumberedInTheOrderOfTheText() {
    var text = new StringBuilder("(module (table 1 funcref)");
    for (int i = 0; i < 200; i++) {
      String params = " i32 i64".repeat(i % 20);
      text.append("(func unreachable (call_indirect (param %s)))".formatted(params));
    }
    text.append(")");

    assertEquals(
        WatParser.parse(bytes(text.toString()), FeatureSet.DEFAULT).module(),
        module(text.toString()));
  }

  @Test
  void withoutAMapATextWithErrorsIsNoModule() {
    assertTrue(
        WatParser.parseWithoutMap(bytes("(module (func i32.ad))"), FeatureSet.DEFAULT).isEmpty());
  }
}
