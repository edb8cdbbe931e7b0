package dev.wasmscope.wasm.binary;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import dev.wasmscope.wasm.instr.FeatureSet;
import dev.wasmscope.wasm.module.Definition;
import dev.wasmscope.wasm.module.Module;
import dev.wasmscope.wasm.module.Names;
import dev.wasmscope.wasm.module.Place;
import dev.wasmscope.wasm.source.Diagnostic;
import dev.wasmscope.wasm.source.DiagnosticException;
import dev.wasmscope.wasm.source.Severity;
import dev.wasmscope.wasm.source.Span;
import dev.wasmscope.wasm.valid.Wat;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

final class BinaryReaderTest {

  private static final String HEADER = "0061736d01000000";
  private static final String NAMED =
      """
      (module $m
        (type $t (func (param i32)))
        (func $f (param $x i32) (local $y i64) (block $b (br $b)))
        (table $tab 1 funcref) (memory $mem 1) (global $g i32 (i32.const 0))
        (elem $e func $f) (data $d "abc") (tag $tag (type $t)))
      """;

  private static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(HEADER + hex);
  }

  private static BinaryModule read(byte[] file) {
    return BinaryReader.read(file, FeatureSet.ALL);
  }

  @Test
  void namesOfAllSpacesSurviveWritingAndReading() {
    Module module = Wat.of(NAMED).module();
    Names names = read(BinaryWriter.writeWithNames(module)).module().names();
    assertEquals(module.names(), names);
    assertEquals("y", names.local(0, 1).orElseThrow());
    assertEquals("tag", names.of(Names.Space.TAG, 0).orElseThrow());
  }

  @Test
  void withoutTheOptionNoNamesAreWritten() {
    Module module = Wat.of(NAMED).module();
    assertTrue(read(BinaryWriter.write(module)).module().names().isEmpty());
  }

  @Test
  void aBrokenNameSectionIsAWarningAndWhatWasReadBeforeStays() {
    // Subsection 1: function 0 is "f"; then a subsection that is longer than the section.
    BinaryModule read = read(bytes("000d046e616d65" + "0104010001" + "66" + "027f"));
    assertEquals("f", read.module().names().function(0).orElseThrow());
    Diagnostic warning = read.warnings().getFirst();
    assertEquals(Severity.WARNING, warning.severity());
    assertTrue(warning.message().startsWith("length out of bounds"), warning.message());
  }

  @Test
  void sizesOfUntrustedInputCostNoMemory() {
    for (String section :
        new String[] {"01", "02", "03", "04", "05", "06", "07", "09", "0a", "0b"}) {
      byte[] file = bytes(section + "05" + "ffffffff0f");
      long before = allocated();
      assertThrows(DiagnosticException.class, () -> read(file));
      assertTrue(allocated() - before < 1_000_000, "section " + section);
    }
  }

  private static long allocated() {
    var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    return threads.getCurrentThreadAllocatedBytes();
  }

  @Test
  void everyTruncationEndsInADiagnosticOrAShorterModule() {
    byte[] file = BinaryWriter.writeWithNames(Wat.of(NAMED).module());
    for (int length = 0; length < file.length; length++) {
      byte[] cut = Arrays.copyOf(file, length);
      try {
        read(cut);
      } catch (DiagnosticException e) {
        assertTrue(e.diagnostic().span().end() <= length);
      }
    }
  }

  @Test
  void anOutlineDoesNotLookIntoBodies() {
    // One function whose body is the byte ff.
    byte[] file = bytes("01040160" + "0000" + "03020100" + "0a05" + "01" + "0300ff0b");
    assertEquals(1, BinaryReader.readOutline(file, FeatureSet.ALL).module().functions().size());
    Diagnostic error = assertThrows(DiagnosticException.class, () -> read(file)).diagnostic();
    assertEquals("illegal opcode ff", error.message());
    assertEquals(new Span(file.length - 2, file.length - 1), error.span());
  }

  @Test
  void sitesHaveTheirPlacesInTheFile() {
    byte[] file = BinaryWriter.write(Wat.of("(module (func nop drop))").module());
    BinaryModule read = read(file);
    int body = read.module().functions().getFirst().body().offset();
    assertEquals(new Span(body + 2, body + 3), read.spans().of(new Place(0, 2)));
    assertEquals(
        new Span(body, body + 4), read.spans().of(new Definition(Definition.Kind.FUNCTION, 0)));
  }

  @Test
  void customSectionsStayWhereTheyWere() {
    byte[] file =
        bytes("0003016101" + "010401600000" + "00030162" + "02" + "03010000030163" + "03");
    BinaryModule read = read(file);
    assertEquals(3, read.module().customs().size());
    assertArrayEquals(file, BinaryWriter.write(read.module()));
  }
}
