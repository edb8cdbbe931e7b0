package dev.wasmscope.engine.numeric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wasmscope.wasm.instr.Immediate;
import dev.wasmscope.wasm.instr.Opcode;
import dev.wasmscope.wasm.instr.Signature;
import dev.wasmscope.wasm.type.NumType;
import dev.wasmscope.wasm.type.ValType;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SemanticsTest {
  @Test
  void everyFixedRowOfTheTableHasItsMethodWithItsTypes() {
    for (Opcode opcode : Opcode.values()) {
      if (opcode.signature() instanceof Signature.Fixed fixed) {
        Method method =
            Semantics.method(opcode.mnemonic())
                .orElseThrow(() -> new AssertionError("no method for " + opcode.mnemonic()));
        assertEquals(
            expected(opcode, fixed),
            Arrays.asList(method.getParameterTypes()),
            () -> "parameters of " + opcode.mnemonic());
        assertEquals(
            result(fixed.results()),
            method.getReturnType(),
            () -> "result of " + opcode.mnemonic());
      }
    }
  }

  @Test
  void everyMethodBelongsToARowOfTheTable() {
    Set<Method> rows =
        Arrays.stream(Opcode.values())
            .flatMap(opcode -> Semantics.method(opcode.mnemonic()).stream())
            .collect(Collectors.toSet());
    assertEquals(rows, new HashSet<>(Semantics.methods()));
  }

  @Test
  void whatIsNoNumericInstructionHasNoMethod() {
    for (String mnemonic : List.of("", ".", "nop", "i32.", ".add", "i32.const", "x.add")) {
      assertTrue(Semantics.method(mnemonic).isEmpty(), mnemonic);
    }
  }

  private static List<Class<?>> expected(Opcode opcode, Signature.Fixed fixed) {
    List<Class<?>> types =
        new ArrayList<>(fixed.params().stream().map(SemanticsTest::java).toList());
    if (opcode.immediate() == Immediate.LANE) {
      types.add(int.class);
    } else if (opcode.immediate() == Immediate.LANES16) {
      types.add(V128.class);
    }
    return types;
  }

  private static Class<?> result(List<ValType> results) {
    return results.size() == 1 ? java(results.getFirst()) : Int128.class;
  }

  private static Class<?> java(ValType type) {
    if (type instanceof NumType num) {
      return switch (num) {
        case I32 -> int.class;
        case I64 -> long.class;
        case F32 -> float.class;
        case F64 -> double.class;
      };
    }
    return V128.class;
  }
}
