package dev.wasmscope.wasm.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wasmscope.wasm.binary.BinaryWriter;
import dev.wasmscope.wasm.instr.Feature;
import dev.wasmscope.wasm.instr.FeatureSet;
import dev.wasmscope.wasm.module.Place;
import dev.wasmscope.wasm.source.Diagnostic;
import dev.wasmscope.wasm.source.DiagnosticCode;
import dev.wasmscope.wasm.source.Span;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class WatParserTest {

  private static ParsedModule parse(String text) {
    return WatParser.parse(text.getBytes(StandardCharsets.UTF_8), FeatureSet.DEFAULT);
  }

  private static List<String> messages(ParsedModule parsed) {
    return parsed.diagnostics().stream().map(Diagnostic::message).toList();
  }

  @Test
  void independentErrorsAreReportedTogether() {
    ParsedModule parsed =
        parse(
            """
            (module
              (func $a i32.ad drop local.get $nope)
              (func $b (call $c))
              (memori 1)
              (func $d (i32.const 1)(drop)))
            """);

    assertEquals(
        List.of(
            "unknown operator i32.ad",
            "unknown local $nope",
            "unknown function $c",
            "unknown operator memori"),
        messages(parsed));
    assertEquals("Did you mean \"i32.add\"?", parsed.diagnostics().getFirst().remedy());
    assertEquals(3, parsed.module().functions().size());
  }

  @Test
  void theNearestNameIsProposed() {
    ParsedModule parsed = parse("(module (func $total) (func (call $totl)))");

    assertEquals("Did you mean $total?", parsed.diagnostics().getFirst().remedy());
  }

  @Test
  void aFunctionWithoutItsParenthesisEndsAtTheNextOne() {
    ParsedModule parsed = parse("(module (func $a (nop) (func $b (nop)) (func $c (call $b)))");

    assertEquals(1, parsed.diagnostics().size());
    assertEquals(3, parsed.module().functions().size());
  }

  @Test
  void aSurplusParenthesisDoesNotEndTheModule() {
    ParsedModule parsed = parse("(module (func $a) ) (func $b))");

    assertEquals(DiagnosticCode.UNEXPECTED_TOKEN, parsed.diagnostics().getFirst().code());
    assertEquals(2, parsed.module().functions().size());
  }

  @Test
  void instructionsKeepTheirPlaces() {
    String text =
        "(module (func (param i32) (result i32)\n (i32.add (local.get 0)\n (i32.const 2))))";
    ParsedModule parsed = parse(text);

    assertEquals(List.of(), parsed.diagnostics());
    List<Place> places = parsed.map().places(0);
    List<String> words = places.stream().map(p -> words(text, parsed.map().of(p))).toList();
    assertEquals(List.of("local.get 0", "i32.const 2", "i32.add", ")"), words);
    assertEquals(List.of(1, 3, 5, 6), places.stream().map(Place::offset).toList());
    assertEquals(List.of(5, 1), parsed.map().placesOfLine(2).stream().map(Place::offset).toList());
    assertEquals(5, parsed.map().placeAt(text.indexOf("add")).orElseThrow().offset());
  }

  private static String words(String text, Span span) {
    return text.substring(span.start(), span.end());
  }

  @Test
  void aFeatureThatIsOffIsNamed() {
    String text = "(module (func (param (ref string))))";
    ParsedModule parsed = parse(text);

    assertEquals(DiagnosticCode.FEATURE_OFF, parsed.diagnostics().getFirst().code());
    assertTrue(parsed.diagnostics().getFirst().remedy().contains("+stringref"));
    assertFalse(
        WatParser.parse(
                text.getBytes(StandardCharsets.UTF_8), FeatureSet.DEFAULT.with(Feature.STRINGREF))
            .hasErrors());
  }

  @Test
  void depthOfNestingIsNoProblem() {
    for (String piece : List.of("(block ", "(i32.eqz ", "block ", "(if (then ", "(")) {
      ParsedModule parsed = parse("(module (func " + piece.repeat(100_000));
      assertTrue(parsed.hasErrors());
    }
    ParsedModule parsed = parse("(module (func " + "(block $a (br $b)".repeat(50_000));
    assertTrue(parsed.hasErrors());
    String deep = "(block ".repeat(50_000) + ")".repeat(50_000);
    assertEquals(List.of(), parse("(module (func " + deep + "))").diagnostics());
  }

  @Test
  void mutatedTextsGiveDiagnosticsAndNothingElse() {
    byte[] seed =
        """
        (module $m (type $t (func (param i32) (result i32)))
          (import "env" "f" (func $f (type $t)))
          (rec (type $s (sub (struct (field $x (mut i32)) (field (ref null $s))))))
          (table $tab 1 10 funcref) (memory i64 1 2) (tag $e (param i32))
          (global $g (mut i32) (i32.const 0x10)) (export "g" (global $g))
          (elem (table $tab) (i32.const 0) func $f $g2) (data (i64.const 0) "abc\\00\\u{41}")
          (@custom "c" (after func) "bytes")
          (func $g2 (type $t) (local $l f64)
            (block $b (result i32)
              (if $"i\\41" (local.get 0) (then (br $b (i32.const 1))) (else (call $f (i32.const 2)) drop))
              try_table (catch $e $b) nop end
              loop $again local.get 0 br_if $again end
              (v128.const i32x4 1 2 3 4) drop (f32.const nan:0x1) drop
              (i64.load offset=8 align=4 (i64.const 0)) drop
              (struct.get $s $x (ref.null $s)))))
        """
            .getBytes(StandardCharsets.UTF_8);
    assertEquals(List.of(), WatParser.parse(seed, FeatureSet.ALL).diagnostics());
    var random = new Random(1);
    for (int round = 0; round < 5_000; round++) {
      byte[] mutated = mutate(seed, random);
      ParsedModule parsed = WatParser.parse(mutated, FeatureSet.ALL);
      for (Diagnostic diagnostic : parsed.diagnostics()) {
        assertTrue(diagnostic.span().end() <= mutated.length);
      }
      if (!parsed.hasErrors()) {
        BinaryWriter.write(parsed.module());
      }
    }
  }

  private static byte[] mutate(byte[] seed, Random random) {
    byte[] bytes = seed.clone();
    int changes = 1 + random.nextInt(4);
    for (int i = 0; i < changes; i++) {
      int at = random.nextInt(bytes.length);
      switch (random.nextInt(3)) {
        case 0 -> bytes[at] = (byte) "()$\"; 0ax@".charAt(random.nextInt(10));
        case 1 -> bytes[at] = (byte) random.nextInt(256);
        default -> {
          int from = random.nextInt(bytes.length);
          int length = Math.min(random.nextInt(20), bytes.length - Math.max(at, from));
          System.arraycopy(seed, from, bytes, at, length);
        }
      }
    }
    return bytes;
  }
}
