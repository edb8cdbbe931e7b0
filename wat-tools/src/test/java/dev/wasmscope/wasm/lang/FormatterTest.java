package dev.wasmscope.wasm.lang;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.wasmscope.wasm.Testsuite;
import dev.wasmscope.wasm.binary.BinaryWriter;
import dev.wasmscope.wasm.instr.FeatureSet;
import dev.wasmscope.wasm.script.ModuleSource;
import dev.wasmscope.wasm.text.ParsedModule;
import dev.wasmscope.wasm.text.WatParser;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 180, unit = TimeUnit.SECONDS)
class FormatterTest {

  private static String format(String text) {
    byte[] formatted = Formatter.format(text.getBytes(StandardCharsets.UTF_8));
    return new String(formatted, StandardCharsets.UTF_8);
  }

  @Test
  void indentsByParenthesesAndFlatBlocks() {
    assertEquals(
        """
        (module
          ;; the answer
          (func $f (result i32)
            i32.const 1
            if (result i32)
              i32.const 42
            else
              i32.const 0
            end)

          (memory 1))
        """,
        format(
            """
            ( module
            ;; the answer
                (func   $f(result i32)
            i32.const 1
             if (result i32)
             i32.const 42
              else
            i32.const 0\t
            end)



            (memory 1) )
            """));
  }

  @Test
  void textsThatAreAsTheyShouldBeStay() {
    assertEquals(Documents.SUM, format(Documents.SUM));
  }

  @Test
  void aParenthesisDoesNotBecomeTheStartOfACommentOrAnnotation() {
    assertEquals("( ;; note\n  module)\n", format("( ;; note\nmodule)"));
    assertEquals("( @x module)\n", format("( @x module)"));
  }

  @Test
  void onlyWhiteSpaceChangesAndNothingTheSecondTime() {
    for (Path script : Testsuite.scripts()) {
      byte[] bytes = Testsuite.read(script);
      byte[] once = Formatter.format(bytes);
      assertArrayEquals(once, Formatter.format(once), Testsuite.name(script));
      for (ModuleSource module : Testsuite.wellFormed(bytes)) {
        if (module instanceof ModuleSource.Text(_, var text)) {
          assertArrayEquals(
              binary(text.toBytes()),
              binary(Formatter.format(text.toBytes())),
              Testsuite.name(script));
        }
      }
    }
  }

  private static byte[] binary(byte[] text) {
    ParsedModule parsed = WatParser.parse(text, FeatureSet.ALL);
    return BinaryWriter.writeWithNames(parsed.module());
  }
}
