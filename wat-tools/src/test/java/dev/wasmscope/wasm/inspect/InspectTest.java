package dev.wasmscope.wasm.inspect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.wasmscope.wasm.binary.BinaryReader;
import dev.wasmscope.wasm.instr.FeatureSet;
import dev.wasmscope.wasm.source.DiagnosticException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class InspectTest {
  /** (module (func $add (export "add") (param i32 i32) (result i32) …) (memory 1 2)), named. */
  private static final byte[] ADD =
      HexFormat.of()
          .parseHex(
              "0061736d01000000"
                  + "0107016002"
                  + "7f7f017f"
                  + "03020100"
                  + "0504010101"
                  + "02"
                  + "0707010361646400"
                  + "00"
                  + "0a09010700200020016a0b"
                  + "000d046e616d650106010003616464");

  @Test
  void sectionsAreListedWithTheirPlacesAndCounts() {
    List<SectionEntry> sections = SectionTable.of(ADD);

    assertEquals(
        List.of("type", "function", "memory", "export", "code", "name"),
        sections.stream().map(SectionEntry::name).toList());
    assertEquals(new SectionEntry(1, "type", 10, 17, OptionalInt.of(1)), sections.getFirst());
    assertEquals(13, sections.getLast().size());
    assertEquals(OptionalInt.empty(), sections.getLast().count());
  }

  @Test
  void everyTruncationIsEitherAListOrADiagnostic() {
    for (int length = 0; length < ADD.length; length++) {
      byte[] cut = Arrays.copyOf(ADD, length);
      boolean atBoundary =
          length == 8
              || SectionTable.of(ADD).stream().map(SectionEntry::end).toList().contains(length);
      if (atBoundary) {
        SectionTable.of(cut);
      } else {
        assertThrows(DiagnosticException.class, () -> SectionTable.of(cut));
      }
    }
  }

  @Test
  void factsNameWhatTheModuleHolds() {
    Map<String, List<String>> facts =
        ModuleFacts.of(BinaryReader.read(ADD, FeatureSet.DEFAULT).module());

    assertEquals(
        List.of("type", "function", "memory", "export", "custom"), List.copyOf(facts.keySet()));
    assertEquals(List.of("type[0] (i32, i32) -> (i32)"), facts.get("type"));
    assertEquals(List.of("func[0] <add> (i32, i32) -> (i32) size=7"), facts.get("function"));
    assertEquals(List.of("memory[0] 1 2 pages"), facts.get("memory"));
    assertEquals(List.of("func[0] -> \"add\""), facts.get("export"));
    assertEquals(List.of("\"name\" size=8"), facts.get("custom"));
  }
}
