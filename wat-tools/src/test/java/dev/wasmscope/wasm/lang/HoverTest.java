package dev.wasmscope.wasm.lang;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wasmscope.wasm.instr.Opcode;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HoverTest {

  private static Optional<Hover> at(String word) {
    return Hover.at(Documents.of(Documents.SUM), Documents.SUM.indexOf(word) + 1);
  }

  @Test
  void anInstructionShowsSignatureAndSentence() {
    Hover hover = at("i32.add").orElseThrow();

    assertEquals("i32.add [i32 i32] → [i32]", hover.title());
    assertTrue(hover.text().startsWith("The sum"), hover.text());
    assertTrue(hover.text().contains("since 1.0"), hover.text());
  }

  @Test
  void namesShowTheirTypes() {
    assertEquals("local 2: i32", at("$total)\n").orElseThrow().title());
    assertEquals("func 1: $a: i32, $b: i32 → i32", at("$sum (i32").orElseThrow().title());
    assertEquals("global 0: (mut i32)", at("$count").orElseThrow().title());
  }

  @Test
  void anIndexBeyondAllIsJustShown() {
    String text = "(module (func (drop (i32.load 0xffffffff (i32.const 0))) (call 0xffffffff)))";
    for (String space : new String[] {"memory", "func"}) {
      int at = space.equals("func") ? text.lastIndexOf("0xf") : text.indexOf("0xf");
      Hover hover = Hover.at(Documents.of(text), at).orElseThrow();
      assertEquals(space + " 4294967295", hover.title());
    }
  }

  @Test
  void spaceShowsNothing() {
    assertFalse(Hover.at(Documents.of(Documents.SUM), 8).isPresent());
  }

  @ParameterizedTest
  @EnumSource(Opcode.class)
  void everyInstructionHasASentenceAndASection(Opcode opcode) {
    assertTrue(Instructions.sentence(opcode).length() > 10, opcode.mnemonic());
    assertFalse(Instructions.section(opcode).isEmpty(), opcode.mnemonic());
  }

  @Test
  void conversionsAreToldFromRounding() {
    assertTrue(Instructions.sentence(Opcode.I32_TRUNC_F64_S).contains("traps"));
    assertTrue(Instructions.sentence(Opcode.F64_TRUNC).startsWith("Rounds towards zero"));
    assertTrue(Instructions.sentence(Opcode.I64_ATOMIC_RMW8_ADD_U).startsWith("Adds"));
    assertTrue(Instructions.sentence(Opcode.I32X4_ADD).endsWith("In every lane."));
  }
}
