package dev.wasmscope.wasm.generated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.wasmscope.fuzz.module.ModuleGenerator;
import dev.wasmscope.fuzz.module.Size;
import dev.wasmscope.wasm.binary.CodeReader;
import dev.wasmscope.wasm.instr.Feature;
import dev.wasmscope.wasm.instr.Opcode;
import dev.wasmscope.wasm.module.Function;
import dev.wasmscope.wasm.module.Module;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** A short, always equal run of {@link GeneratedModules}. */
final class GeneratedModulesTest {

  private static final int MODULES = 200;

  @Test
  void nothingIsLostBetweenModuleBinaryAndText() {
    LongStream.range(0, 80).forEach(seed -> GeneratedModules.check(seed, Size.SMALL));
    GeneratedModules.check(1, Size.LARGE);
  }

  @Test
  void theSameSeedGivesTheSameModuleAndAnotherAnother() {
    Module module = ModuleGenerator.generate(3, Size.SMALL);
    assertEquals(module, ModuleGenerator.generate(3, Size.SMALL));
    assertNotEquals(module, ModuleGenerator.generate(4, Size.SMALL));
  }

  /** What a failing seed is reduced by. */
  @Test
  void fewerFunctionsLeaveTheFirstOnesAsTheyAre() {
    for (long seed = 0; seed < 10; seed++) {
      List<Function> all = ModuleGenerator.generate(seed, new Size(8, 100)).functions();
      List<Function> some = ModuleGenerator.generate(seed, new Size(3, 100)).functions();
      for (int i = 0; i < some.size(); i++) {
        assertEquals(opcodes(all.get(i)), opcodes(some.get(i)), "function " + i + " of " + seed);
      }
    }
  }

  private static List<Opcode> opcodes(Function function) {
    List<Opcode> opcodes = new ArrayList<>();
    CodeReader code = CodeReader.ofBody(function.body());
    while (!code.atEnd()) {
      opcodes.add(code.next());
    }
    return opcodes;
  }

  /** Without this, a row could drop out of all the tests that rest on generated modules. */
  @Test
  void everyInstructionIsGenerated() {
    Set<Opcode> missing = EnumSet.allOf(Opcode.class);
    missing.removeIf(opcode -> opcode.feature() == Feature.STRINGREF);
    for (long seed = 0; seed < MODULES; seed++) {
      for (Function function : ModuleGenerator.generate(seed, Size.SMALL).functions()) {
        missing.removeAll(EnumSet.copyOf(opcodes(function)));
      }
    }
    assertEquals(Set.of(), missing);
  }
}
