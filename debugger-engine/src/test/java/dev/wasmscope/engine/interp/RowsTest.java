package dev.wasmscope.engine.interp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wasmscope.engine.step.Steps;
import dev.wasmscope.wasm.instr.Opcode;
import dev.wasmscope.wasm.instr.Signature;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every row of the table of instructions is executed by somebody. */
class RowsTest {

  private static final int HUGE_METHOD_LIMIT = 8000;

  /** Rows that the main loop executes itself, or that only shape the control flow. */
  private static final Set<Opcode> MAIN_LOOP =
      EnumSet.of(
          Opcode.UNREACHABLE,
          Opcode.NOP,
          Opcode.BLOCK,
          Opcode.LOOP,
          Opcode.IF,
          Opcode.ELSE,
          Opcode.TRY,
          Opcode.CATCH,
          Opcode.THROW,
          Opcode.RETHROW,
          Opcode.THROW_REF,
          Opcode.END,
          Opcode.BR,
          Opcode.BR_IF,
          Opcode.BR_TABLE,
          Opcode.RETURN,
          Opcode.CALL,
          Opcode.CALL_INDIRECT,
          Opcode.RETURN_CALL,
          Opcode.RETURN_CALL_INDIRECT,
          Opcode.CALL_REF,
          Opcode.RETURN_CALL_REF,
          Opcode.DELEGATE,
          Opcode.CATCH_ALL,
          Opcode.TRY_TABLE,
          Opcode.BR_ON_NULL,
          Opcode.BR_ON_NON_NULL,
          Opcode.BR_ON_CAST,
          Opcode.BR_ON_CAST_FAIL,
          Opcode.DROP,
          Opcode.SELECT,
          Opcode.SELECT_T,
          Opcode.LOCAL_GET,
          Opcode.LOCAL_SET,
          Opcode.LOCAL_TEE,
          Opcode.GLOBAL_GET,
          Opcode.GLOBAL_SET,
          Opcode.MEMORY_GROW,
          Opcode.REF_NULL,
          Opcode.REF_FUNC);

  private static boolean isGenerated(Opcode opcode) {
    return Rows.of(opcode) >= 0 || opcode.signature() instanceof Signature.Constant;
  }

  @Test
  void everyRowIsGeneratedOrAStepOrOfTheMainLoop() {
    Set<Opcode> others =
        Arrays.stream(Opcode.values())
            .filter(opcode -> !isGenerated(opcode) && Steps.of(opcode) == null)
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(Opcode.class)));
    assertEquals(MAIN_LOOP, others);
  }

  @Test
  void noRowIsExecutedTwice() {
    assertEquals(
        List.of(),
        Arrays.stream(Opcode.values())
            .filter(opcode -> isGenerated(opcode) && Steps.of(opcode) != null)
            .toList());
  }

  @Test
  void generatedCodeIsSmallEnoughForTheJitCompiler() {
    for (StepTable table : StepTable.values()) {
      assertSmall(table);
    }
  }

  private static void assertSmall(StepTable table) {
    ClassModel assembled = ClassFile.of().parse(table.classFile());
    for (MethodModel method : assembled.methods()) {
      int size = method.findAttribute(Attributes.code()).orElseThrow().codeLength();
      assertTrue(size < HUGE_METHOD_LIMIT, () -> table + ": " + size + " bytes");
    }
  }
}
