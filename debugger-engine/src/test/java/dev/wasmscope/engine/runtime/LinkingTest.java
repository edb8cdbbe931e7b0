package dev.wasmscope.engine.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.wasmscope.engine.Engine;
import dev.wasmscope.wasm.instr.FeatureSet;
import dev.wasmscope.wasm.source.Diagnostic;
import dev.wasmscope.wasm.source.DiagnosticCode;
import dev.wasmscope.wasm.source.DiagnosticException;
import dev.wasmscope.wasm.text.ParsedModule;
import dev.wasmscope.wasm.text.WatParser;
import dev.wasmscope.wasm.type.FuncType;
import dev.wasmscope.wasm.type.NumType;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What is said of imports that nobody serves, that do not fit, and of modules that want too much.
 */
class LinkingTest {

  private final Engine engine = Engine.builder().build();

  private Diagnostic refused(String text, Imports imports) {
    ParsedModule parsed = WatParser.parse(text.getBytes(StandardCharsets.UTF_8), FeatureSet.ALL);
    return assertThrows(
            DiagnosticException.class,
            () -> engine.instantiate(parsed.module(), parsed.map(), imports))
        .diagnostic();
  }

  private Imports imports() {
    FuncType type = new FuncType(List.of(NumType.I32), List.of());
    return engine.imports().function("env", "print", type, _ -> {});
  }

  @Test
  void anUnknownFieldNamesWhatTheModuleOffers() {
    String text = "(module (import \"env\" \"prnt\" (func (param i32))))";
    Diagnostic diagnostic = refused(text, imports());
    assertEquals(DiagnosticCode.UNKNOWN_IMPORT, diagnostic.code());
    assertEquals("unknown import: func \"env\" \"prnt\" func [i32] -> []", diagnostic.message());
    assertEquals("Module \"env\" is there, but offers only: print.", diagnostic.remedy());
    assertEquals(text.indexOf("(import"), diagnostic.span().start());
  }

  @Test
  void anUnknownModuleNamesTheModulesOffered() {
    Diagnostic diagnostic = refused("(module (import \"wasi\" \"f\" (global i32)))", imports());
    assertEquals("unknown import: global \"wasi\" \"f\" global i32", diagnostic.message());
    assertEquals(
        "Link a module as \"wasi\" or stub the import; module names offered: env.",
        diagnostic.remedy());
  }

  @Test
  void anIncompatibleImportSaysAskedAndOffered() {
    Diagnostic diagnostic =
        refused("(module (import \"env\" \"print\" (func (param i64))))", imports());
    assertEquals(
        "incompatible import type: \"env\" \"print\": asked for func [i64] -> [], offered"
            + " func [i32] -> []",
        diagnostic.message());
  }

  @Test
  void aMemoryBeyondTheLimitIsNotAllocated() {
    Engine small = Engine.builder().limits(StoreLimits.DEFAULT.withMemoryBytes(1 << 20)).build();
    ParsedModule parsed =
        WatParser.parse("(module (memory 17))".getBytes(StandardCharsets.UTF_8), FeatureSet.ALL);
    DiagnosticException refused =
        assertThrows(
            DiagnosticException.class, () -> small.instantiate(parsed.module(), small.imports()));
    assertEquals(DiagnosticCode.RESOURCE_LIMIT, refused.diagnostic().code());
  }

  @Test
  void aTableBeyondTheLimitIsNotAllocated() {
    Diagnostic diagnostic =
        refused("(module (table i64 0xffff_ffff_ffff_ffff funcref))", imports());
    assertEquals(
        "resource limit exceeded: a table of 18446744073709551615 elements; the limit is 10000000",
        diagnostic.message());
  }
}
