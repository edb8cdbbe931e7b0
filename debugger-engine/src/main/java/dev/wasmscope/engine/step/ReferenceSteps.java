package dev.wasmscope.engine.step;

import dev.wasmscope.engine.runtime.I31;
import dev.wasmscope.engine.runtime.Instance;
import dev.wasmscope.engine.runtime.TypeTest;
import dev.wasmscope.engine.trap.Trap;
import dev.wasmscope.engine.trap.TrapReason;
import dev.wasmscope.wasm.binary.CodeReader;
import dev.wasmscope.wasm.instr.Opcode;
import dev.wasmscope.wasm.type.RefType;
import java.util.Map;

/** Reference instructions (§4.6.6, §4.6.7): tests, casts, scalars of 31 bits, conversions. */
final class ReferenceSteps {

  private ReferenceSteps() {}

  static void register(Map<Opcode, StepFactory> steps) {
    steps.put(Opcode.REF_IS_NULL, (_, _) -> ReferenceSteps::isNull);
    steps.put(Opcode.REF_AS_NON_NULL, (_, _) -> ReferenceSteps::asNonNull);
    steps.put(Opcode.REF_EQ, (_, _) -> ReferenceSteps::eq);
    steps.put(Opcode.REF_I31, (_, _) -> ReferenceSteps::makeI31);
    steps.put(Opcode.I31_GET_S, (_, _) -> ReferenceSteps::i31Signed);
    steps.put(Opcode.I31_GET_U, (_, _) -> ReferenceSteps::i31Unsigned);
    // A reference keeps its object when it is converted, so nothing is to be done.
    steps.put(Opcode.ANY_CONVERT_EXTERN, (_, _) -> (_, sp) -> sp);
    steps.put(Opcode.EXTERN_CONVERT_ANY, (_, _) -> (_, sp) -> sp);
    steps.put(Opcode.REF_TEST, (code, instance) -> test(target(code, instance, false)));
    steps.put(Opcode.REF_TEST_NULL, (code, instance) -> test(target(code, instance, true)));
    steps.put(Opcode.REF_CAST, (code, instance) -> cast(target(code, instance, false)));
    steps.put(Opcode.REF_CAST_NULL, (code, instance) -> cast(target(code, instance, true)));
  }

  private static TypeTest target(CodeReader code, Instance instance, boolean nullable) {
    RefType type = instance.toStore().rename(new RefType(nullable, code.heapType()));
    return TypeTest.of(instance.store().types(), type);
  }

  private static Step test(TypeTest target) {
    return (s, sp) -> {
      s.set(sp - 1, target.test(s.object(sp - 1)) ? 1 : 0);
      return sp;
    };
  }

  private static Step cast(TypeTest target) {
    return (s, sp) -> {
      if (!target.test(s.object(sp - 1))) {
        throw new Trap(TrapReason.CAST_FAILURE);
      }
      return sp;
    };
  }

  private static int isNull(Slots s, int sp) {
    s.set(sp - 1, s.object(sp - 1) == null ? 1 : 0);
    return sp;
  }

  private static int asNonNull(Slots s, int sp) {
    if (s.object(sp - 1) == null) {
      throw new Trap(TrapReason.NULL_REFERENCE);
    }
    return sp;
  }

  private static int eq(Slots s, int sp) {
    s.set(sp - 2, same(s.object(sp - 2), s.object(sp - 1)) ? 1 : 0);
    return sp - 1;
  }

  @SuppressWarnings("ReferenceEquality") // identity is what the instruction asks for
  private static boolean same(Object a, Object b) {
    return a == b || (a instanceof I31 i && i.equals(b));
  }

  private static int makeI31(Slots s, int sp) {
    s.setObject(sp - 1, I31.of(s.i32(sp - 1)));
    return sp;
  }

  private static int i31Signed(Slots s, int sp) {
    s.set(sp - 1, i31(s.object(sp - 1)).signed());
    return sp;
  }

  private static int i31Unsigned(Slots s, int sp) {
    s.set(sp - 1, i31(s.object(sp - 1)).bits());
    return sp;
  }

  private static I31 i31(Object reference) {
    if (reference instanceof I31 scalar) {
      return scalar;
    }
    throw new Trap(TrapReason.NULL_I31_REFERENCE);
  }
}
