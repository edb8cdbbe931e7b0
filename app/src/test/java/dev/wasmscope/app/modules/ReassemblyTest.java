package dev.wasmscope.app.modules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.wasmscope.wasm.binary.BinaryReader;
import dev.wasmscope.wasm.instr.FeatureSet;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class ReassemblyTest {

  private static final String HEADER = "0061736d01000000";
  private static final String TYPES = "0104" + "01600000";
  private static final String FUNCTIONS = "0302" + "0100";

  /** One function: {@code i32.const 1, drop}. */
  private static final String CODE = "0a07" + "0105" + "00" + "41011a0b";

  private static byte[] module(String... sections) {
    return HexFormat.of().parseHex(HEADER + String.join("", sections));
  }

  private static Reassembly of(byte[] file) {
    return Reassembly.of(
        file, BinaryReader.read(file, FeatureSet.DEFAULT).module(), FeatureSet.DEFAULT);
  }

  private static Reassembly compare(byte[] file, byte[] assembled) {
    return Reassembly.compare(file, assembled, FeatureSet.DEFAULT);
  }

  @Test
  void aFileInItsShortestFormComesBack() {
    assertEquals(new Reassembly(true, ""), of(module(TYPES, FUNCTIONS, CODE)));
  }

  @Test
  void paddedNumbersAndDividedLocalsAreTheSameModule() {
    String code = "0a0f" + "010d" + "02017f017f" + "4181808080001a0b";
    assertEquals(
        new Reassembly(true, "numbers and locals 6 bytes shorter"),
        of(module(TYPES, FUNCTIONS, code)));
  }

  @Test
  void aPaddedSizeIsTheSameModule() {
    assertEquals(
        new Reassembly(true, "sizes of sections shorter"),
        of(module("018480808000" + "01600000", FUNCTIONS, CODE)));
  }

  @Test
  void namesThatStandElsewhereAreTheSameModule() {
    String names = "000b" + "046e616d65" + "0104" + "01000166";
    String producers = "000a" + "0970726f647563657273";
    assertEquals(
        new Reassembly(true, "the names stand at the end"),
        of(module(TYPES, FUNCTIONS, CODE, names, producers)));
  }

  @Test
  void otherCodeIsNamed() {
    byte[] file = module(TYPES, FUNCTIONS, CODE);
    String other = "0a07" + "0105" + "00" + "41021a0b";
    assertEquals(
        new Reassembly(false, "function 0 differs"),
        compare(file, module(TYPES, FUNCTIONS, other)));
    String shorter = "0a07" + "0105" + "00" + "4101" + "000b";
    assertEquals(
        new Reassembly(false, "function 0 differs"),
        compare(file, module(TYPES, FUNCTIONS, shorter)));
    String locals = "0a09" + "0107" + "01017e" + "41011a0b";
    assertEquals(
        new Reassembly(false, "function 0 differs"),
        compare(file, module(TYPES, FUNCTIONS, locals)));
  }

  @Test
  void aMissingSectionIsNamed() {
    String custom = "0003" + "0161" + "00";
    assertEquals(
        new Reassembly(false, "section \"a\" differs"),
        compare(module(TYPES, FUNCTIONS, CODE, custom), module(TYPES, FUNCTIONS, CODE)));
    assertEquals(
        new Reassembly(false, "section \"a\" differs"),
        compare(module(TYPES, FUNCTIONS, CODE), module(TYPES, FUNCTIONS, CODE, custom)));
  }
}
