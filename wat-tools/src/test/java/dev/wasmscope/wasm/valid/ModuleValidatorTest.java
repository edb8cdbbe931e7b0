package dev.wasmscope.wasm.valid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wasmscope.wasm.instr.Feature;
import dev.wasmscope.wasm.instr.FeatureSet;
import dev.wasmscope.wasm.source.Diagnostic;
import dev.wasmscope.wasm.source.DiagnosticCode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the suite does not ask: details behind the wording, places, features. */
final class ModuleValidatorTest {

  @Test
  void aTypeErrorShowsBothStacksAndTheInstruction() {
    Wat wat = Wat.of("(module (func (drop (i32.add (i32.const 1) (f32.const 2)))))");
    Diagnostic error = wat.errors(FeatureSet.ALL).getFirst();
    assertEquals(
        "type mismatch: instruction requires [i32 i32] but stack has [i32 f32] (i32.add)",
        error.message());
    assertEquals("i32.add", wat.at(error));
  }

  @Test
  void everyFunctionTellsItsFirstError() {
    Wat wat =
        Wat.of(
            "(module (func (drop (i32.eqz (f32.const 0))) (local.get 9))"
                + " (func) (func (local.get 7) (drop)))");
    List<String> messages = wat.messages();
    assertEquals(2, messages.size());
    assertTrue(messages.get(0).startsWith("type mismatch: instruction requires [i32]"));
    assertEquals("unknown local 7", messages.get(1));
  }

  @Test
  void errorsOfManyFunctionsKeepTheirOrder() {
    Wat wat = Wat.of("(module " + "(func (result i32))".repeat(1000) + ")");
    List<Diagnostic> errors = wat.errors(FeatureSet.ALL);
    assertEquals(1000, errors.size());
    for (int i = 1; i < errors.size(); i++) {
      assertTrue(errors.get(i - 1).span().start() < errors.get(i).span().start());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          SIMD             | (func (param v128))
          SIMD             | (func (drop (v128.const i64x2 0 0)))
          REFERENCE_TYPES  | (func (param externref))
          REFERENCE_TYPES  | (func (result externref) (ref.null extern))
          GC               | (type (struct))
          GC               | (type (sub (func)))
          MULTI_VALUE      | (func (result i32 i32) (i32.const 0) (i32.const 1))
          MULTI_MEMORY     | (memory 0) (memory 0)
          MEMORY64         | (memory i64 0)
          THREADS          | (memory 0 1 shared)
          TAIL_CALL        | (func $f (return_call $f))
          EXCEPTIONS       | (tag)
          EXTENDED_CONST   | (global i32 (i32.add (i32.const 1) (i32.const 2)))
          SIGN_EXTENSION   | (func (drop (i32.extend8_s (i32.const 1))))
          MUTABLE_GLOBALS  | (global (export "g") (mut i32) (i32.const 0))
          BULK_MEMORY      | (memory 0) (data "x")
          FUNCTION_REFERENCES | (func (param (ref func)))
          LEGACY_EXCEPTIONS   | (func (try (do) (catch_all)))
          CUSTOM_PAGE_SIZES   | (memory 0 (pagesize 1))
          WIDE_ARITHMETIC     | (func (i64.mul_wide_s (i64.const 1) (i64.const 1)) drop drop)
          STRINGREF           | (func (param stringref))
          """)
  void whatIsSwitchedOffIsNamedWithItsRemedy(Feature feature, String fields) {
    Wat wat = Wat.of("(module " + fields + ")");
    assertEquals(List.of(), wat.messages());
    Diagnostic error = wat.errors(FeatureSet.ALL.without(feature)).getFirst();
    assertEquals(DiagnosticCode.FEATURE_OFF, error.code());
    assertTrue(error.message().contains("needs the feature " + feature.id()), error.message());
    assertTrue(error.remedy().contains("--features +" + feature.id()), error.remedy());
  }

  @Test
  void tooManyLocalsAreRefusedWithoutRoomForThem() {
    Wat wat = Wat.of("(module (func (local " + "i32 ".repeat(Locals.MAX_LOCALS) + "i64)))");
    assertEquals(List.of("resource limit exceeded: 50001 locals, at most 50000"), wat.messages());
  }

  @Test
  void anIfWithoutElseMustNotChangeTheStack() {
    Wat wat = Wat.of("(module (func (param i32) (local.get 0) (if (result i32) (then))))");
    assertTrue(wat.messages().getFirst().startsWith("type mismatch"));
  }
}
