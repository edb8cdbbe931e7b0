package dev.wasmscope.wasm.lang;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.wasmscope.wasm.instr.Feature;
import dev.wasmscope.wasm.instr.FeatureOff;
import dev.wasmscope.wasm.instr.FeatureSet;
import dev.wasmscope.wasm.source.Diagnostic;
import dev.wasmscope.wasm.source.Span;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuickFixesTest {

  private static WatDocument document(String text, FeatureSet features) {
    return WatDocument.of(text.getBytes(StandardCharsets.UTF_8), features);
  }

  private static Optional<QuickFix> fix(WatDocument document) {
    return QuickFixes.of(document, document.diagnostics().getFirst());
  }

  private static String apply(String text, TextEdit edit) {
    return text.substring(0, edit.span().start())
        + edit.replacement()
        + text.substring(edit.span().end());
  }

  @ParameterizedTest
  @ValueSource(strings = {"i32", "(ref null $Box)", "  i32 ", "(;no;) i32"})
  void anImmutableFieldThatIsSetIsMadeMutable(String type) {
    String value = type.contains("ref") ? "ref.null $Box" : "i32.const 1";
    String text =
        """
        (module (type $Box (struct (field $value %s) (field $other i32)))
          (func (param (ref $Box)) (struct.set $Box $value (local.get 0) (%s))))
        """
            .formatted(type, value);
    QuickFix.Edit fix =
        assertInstanceOf(
            QuickFix.Edit.class, fix(document(text, FeatureSet.DEFAULT)).orElseThrow());
    assertEquals("Declare the field (mut " + type.strip() + ")", fix.title());
    assertEquals(List.of(), document(apply(text, fix.edit()), FeatureSet.DEFAULT).diagnostics());
  }

  @Test
  void whatIsToBeDoneIsSaidWhereTheFieldHasNoName() {
    WatDocument document =
        document(
            "(module (type (struct (field i64))) (func (param (ref 0)) (struct.set 0 0 (local.get"
                + " 0) (i64.const 1))))",
            FeatureSet.DEFAULT);
    assertEquals(Optional.empty(), fix(document));
    assertEquals("Declare the field as (mut i64).", document.diagnostics().getFirst().remedy());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(module (func (param (ref string))))",
        "(module (func (result stringref) string.const \"x\"))",
        "(module (type (struct (field stringref))))",
        "(module (global stringref (ref.null string)))"
      })
  void theFeatureOfStringsIsSwitchedOn(String text) {
    assertEquals(
        Optional.of(new QuickFix.SwitchOn(Feature.STRINGREF)),
        fix(document(text, FeatureSet.DEFAULT)));
  }

  @ParameterizedTest
  @EnumSource(Feature.class)
  void everyFeatureIsFoundInItsDiagnostic(Feature feature) {
    Diagnostic diagnostic = FeatureOff.diagnostic(feature, "the thing", Span.at(0));
    assertEquals(Optional.of(feature), FeatureOff.feature(diagnostic));
  }
}
