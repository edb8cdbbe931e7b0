package dev.wasmscope.wasm.instr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wasmscope.wasm.binary.ByteWriter;
import dev.wasmscope.wasm.binary.CodeReader;
import dev.wasmscope.wasm.binary.Instruction;
import dev.wasmscope.wasm.binary.Operand;
import dev.wasmscope.wasm.binary.SampleOperands;
import dev.wasmscope.wasm.valid.SampleRules;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The table of instructions is complete and without contradictions. */
final class OpcodeTableTest {

  /** Rows that share a keyword: two codes for the two forms of one instruction. */
  private static final Set<String> SHARED = Set.of("select", "ref.test", "ref.cast");

  @Test
  void codesAreUnique() {
    Map<Integer, Opcode> seen = new HashMap<>();
    for (Opcode opcode : Opcode.values()) {
      Opcode other = seen.put(opcode.code(), opcode);
      assertEquals(null, other, () -> opcode + " and " + other);
    }
  }

  @Test
  void mnemonicsAreUniqueButForTheThreePairs() {
    Map<String, Opcode> seen = new HashMap<>();
    for (Opcode opcode : Opcode.values()) {
      Opcode other = seen.put(opcode.mnemonic(), opcode);
      assertTrue(
          other == null || SHARED.contains(opcode.mnemonic()), () -> opcode + " and " + other);
    }
  }

  @Test
  void namesFollowMnemonics() {
    for (Opcode opcode : Opcode.values()) {
      String expected =
          opcode.mnemonic().toUpperCase(Locale.ROOT).replace('.', '_').replace('/', '_');
      assertTrue(
          opcode.name().equals(expected) || opcode.name().startsWith(expected + "_"), opcode::name);
    }
  }

  @ParameterizedTest
  @EnumSource(Opcode.class)
  void theIndexFindsEveryRow(Opcode opcode) {
    Opcode found =
        opcode.prefix() == 0
            ? OpcodeIndex.single(opcode.number())
            : OpcodeIndex.prefixed(opcode.prefix(), opcode.number());
    assertSame(opcode, found);
    assertEquals(opcode.mnemonic(), OpcodeIndex.mnemonic(opcode.mnemonic()).mnemonic());
  }

  @ParameterizedTest
  @EnumSource(Opcode.class)
  void everyRowSurvivesEncodingAndDecoding(Opcode opcode) {
    Stream<List<Operand>> samples = SampleOperands.of(opcode.immediate());
    samples.forEach(
        operands -> {
          var out = new ByteWriter();
          new Instruction(0, 0, opcode, operands).write(out);
          CodeReader in = CodeReader.of(out.toSlice());
          in.next();
          Instruction read = Instruction.of(in);
          assertEquals(opcode, read.opcode());
          assertEquals(operands, read.operands());
          assertEquals(out.size(), read.length());
          assertTrue(in.atEnd());
        });
  }

  @ParameterizedTest
  @EnumSource(Opcode.class)
  void everyRowHasARuleOfValidation(Opcode opcode) {
    assertTrue(SampleRules.has(opcode), () -> opcode + " has no rule in wasm.valid");
  }
}
