package dev.wasmscope.wasm.inspect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wasmscope.fuzz.Mutator;
import dev.wasmscope.fuzz.Trials;
import dev.wasmscope.wasm.instr.Feature;
import dev.wasmscope.wasm.module.ByteSlice;
import dev.wasmscope.wasm.module.CustomSection;
import dev.wasmscope.wasm.module.IndexSpaces;
import dev.wasmscope.wasm.module.Module;
import dev.wasmscope.wasm.module.Place;
import dev.wasmscope.wasm.module.SectionId;
import dev.wasmscope.wasm.valid.Wat;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What code shows of itself: disassembly, features, calls, sizes. */
final class CodeInspectTest {

  private static final Module MODULE =
      Wat.of(
              """
              (module
                (import "env" "log" (func $log (param i32)))
                (func $main (local i32 i64 i64)
                  (block (br_if 0 (i32.const -1)))
                  (call $log (i32.load8_u offset=4 (i32.const 0)))
                  (return_call $main))
                (func $unused)
                (memory 1))
              """)
          .module();

  @Test
  void disassemblyShowsBytesDepthAndNames() {
    List<DisassembledLine> lines = Disassembly.of(IndexSpaces.of(MODULE), 1);
    assertEquals(
        List.of(
            "(local i32 i64*2)",
            "block",
            "i32.const -1",
            "br_if 0",
            "end",
            "i32.const 0",
            "i32.load8_u offset=4",
            "call 0 <log>",
            "return_call 1 <main>",
            "end"),
        lines.stream().map(DisassembledLine::text).toList());
    assertEquals("02 40", lines.get(1).bytes());
    assertEquals(
        List.of(1, 1, 2, 2, 1, 1, 1, 1, 1, 0),
        lines.stream().map(DisassembledLine::depth).toList());
  }

  @Test
  void theReportNamesWhoAskedForAFeatureFirst() {
    FeatureReport report = FeatureReport.of(MODULE);
    assertEquals("3.0", report.summary());
    FeatureNeed need = report.needs().getFirst();
    assertEquals(Feature.TAIL_CALL, need.feature());
    assertEquals("return_call", need.construct());
    assertEquals(1, ((Place) need.site()).function());
  }

  @Test
  void aModuleOfTheFirstStandardNeedsNothing() {
    Module plain = Wat.of("(module (func (export \"f\") (result i32) (i32.const 1)))").module();
    assertEquals("1.0", FeatureReport.of(plain).summary());
    assertEquals(List.of(), FeatureReport.of(plain).needs());
  }

  @Test
  void callsLeadFromCallerToCallee() {
    CallGraph graph = CallGraph.of(MODULE);
    assertEquals(List.of(0, 1), graph.calls().get(1).stream().map(CallGraph.Call::callee).toList());
    assertTrue(graph.calls().get(1).get(1).tail());
    assertEquals(1, graph.callersOf(0).size());
    var roots = new BitSet();
    roots.set(1);
    assertEquals("{0, 1}", graph.reachable(roots).toString());
  }

  @Test
  void theLargestFunctionComesFirst() {
    List<FunctionSize> sizes = FunctionSizes.of(IndexSpaces.of(MODULE));
    assertEquals("main", sizes.getFirst().name());
    assertEquals(2, sizes.getFirst().calls());
    assertEquals(1, sizes.get(1).instructions());
  }

  @Test
  void toolchainSectionsAreRead() {
    assertEquals(
        List.of("processed-by: clang 18"),
        CustomFacts.of(custom("producers", "010c70726f6365737365642d62790105636c616e67023138")));
    assertEquals(
        List.of("+simd128", "-atomics"),
        CustomFacts.of(custom("target_features", "022b0773696d643132382d0761746f6d696373")));
    assertEquals(
        List.of("section 3, 1 relocations", "0x000004 R_WASM_MEMORY_ADDR_LEB index 2 addend -1"),
        CustomFacts.of(custom("reloc.CODE", "03010304027f")));
    assertEquals(
        List.of("version 2", "symbol 0 function 1 <f> flags 0x0"),
        CustomFacts.of(custom("linking", "02" + "0806" + "0100000101" + "66")));
    List<String> broken = CustomFacts.of(custom("producers", "ff"));
    assertTrue(broken.getFirst().startsWith("malformed from here: unexpected end"));
  }

  private static CustomSection custom(String name, String hex) {
    return custom(name, HexFormat.of().parseHex(hex));
  }

  private static CustomSection custom(String name, byte[] contents) {
    return new CustomSection(name, ByteSlice.of(contents), SectionId.CUSTOM);
  }

  @Test
  void bytesAreShownWithOffsetAndCharacters() {
    byte[] bytes = "  Hello, WebAssembly!\n".getBytes(StandardCharsets.US_ASCII);
    assertEquals(
        List.of(
            "00000002: 48 65 6c 6c 6f 2c 20 57 65 62 41 73 73 65 6d 62  Hello, WebAssemb",
            "00000012: 6c 79 21 0a                                      ly!."),
        HexDump.of(bytes, 2, bytes.length));
  }

  @Test
  void damagedCustomSectionsGiveWhatCouldBeRead() {
    Map<String, String> sound =
        Map.of(
            "producers", "010c70726f6365737365642d62790105636c616e67023138",
            "target_features", "022b0773696d643132382d0774687265616473",
            "linking", "02" + "0806" + "0100000101" + "66" + "0504" + "01016100" + "00",
            "reloc.CODE", "03020304027f0a0500",
            "metadata.code.branch_hint", "0100020501000901" + "01",
            "sourceMappingURL", "03612e63");
    sound.forEach(
        (name, contents) -> {
          var mutator = new Mutator(name.hashCode());
          byte[] bytes = HexFormat.of().parseHex(contents);
          try (var trials = new Trials(damaged -> CustomFacts.of(custom(name, damaged)))) {
            for (int i = 0; i < 5_000; i++) {
              trials.attempt(name, mutator.mutate(bytes));
            }
          }
        });
  }
}
