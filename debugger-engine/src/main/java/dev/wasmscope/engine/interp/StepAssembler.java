package dev.wasmscope.engine.interp;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_double;
import static java.lang.constant.ConstantDescs.CD_float;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_long;

import dev.wasmscope.engine.numeric.V128;
import dev.wasmscope.wasm.instr.Opcode;
import dev.wasmscope.wasm.type.NumType;
import dev.wasmscope.wasm.type.ValType;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;

/**
 * Assembles a class with one method that executes instructions of some rows. Slots: operands that
 * are numbers are in {@code stack}, vectors in {@code objects}, both end before {@code sp}.
 */
abstract class StepAssembler {

  private static final ClassDesc CD_V128 = ClassDesc.of(V128.class.getName());
  private static final ClassDesc CD_FLOAT = ClassDesc.of(Float.class.getName());
  private static final ClassDesc CD_DOUBLE = ClassDesc.of(Double.class.getName());

  /** Where a parameter of the method assembled is found among its Java locals. */
  private final int stackLocal;

  private final int objectsLocal;
  private final int spLocal;

  StepAssembler(int stackLocal, int objectsLocal, int spLocal) {
    this.stackLocal = stackLocal;
    this.objectsLocal = objectsLocal;
    this.spLocal = spLocal;
  }

  /** Emits the method for {@code rows}, numbered from {@code first}. */
  abstract void emitMethod(CodeBuilder code, List<Opcode> rows, int first);

  /**
   * A class with a constructor and one method, which executes {@code rows}, numbered from {@code
   * first}.
   *
   * @param type an interface with a single method, whose first parameter is the number
   */
  byte[] assemble(String name, Class<?> type, List<Opcode> rows, int first) {
    Method method = type.getDeclaredMethods()[0];
    MethodTypeDesc signature =
        MethodTypeDesc.of(desc(method.getReturnType()), descs(method.getParameterTypes()));
    return ClassFile.of()
        .build(
            ClassDesc.of(name),
            builder ->
                builder
                    .withFlags(ClassFile.ACC_FINAL | ClassFile.ACC_SUPER)
                    .withInterfaceSymbols(desc(type))
                    .withMethodBody(
                        ConstantDescs.INIT_NAME,
                        ConstantDescs.MTD_void,
                        0,
                        code ->
                            code.aload(0)
                                .invokespecial(
                                    CD_Object, ConstantDescs.INIT_NAME, ConstantDescs.MTD_void)
                                .return_())
                    .withMethodBody(
                        method.getName(),
                        signature,
                        ClassFile.ACC_PUBLIC,
                        code -> emitMethod(code, rows, first)));
  }

  /** Pushes the array and the index of the slot {@code below} slots under {@code sp}. */
  final void pushSlot(CodeBuilder code, ValType type, int below) {
    code.aload(isNumber(type) ? stackLocal : objectsLocal);
    pushSp(code, -below);
  }

  /** Pushes {@code sp + delta}. */
  final void pushSp(CodeBuilder code, int delta) {
    code.iload(spLocal);
    if (delta != 0) {
      code.loadConstant(delta).iadd();
    }
  }

  /** Pushes the operand {@code below} slots under {@code sp} as a Java value. */
  final void pushOperand(CodeBuilder code, ValType type, int below) {
    pushSlot(code, type, below);
    if (type instanceof NumType number) {
      code.laload();
      fromBits(code, number);
    } else {
      code.aaload().checkcast(CD_V128);
    }
  }

  /** Stores a Java value into the slot that {@link #pushSlot} pushed before it. */
  final void storeResult(CodeBuilder code, ValType type) {
    if (type instanceof NumType number) {
      toBits(code, number);
      code.lastore();
    } else {
      code.aastore();
    }
  }

  /** Replaces the bits of a slot by the Java value. */
  static void fromBits(CodeBuilder code, NumType type) {
    switch (type) {
      case I32 -> code.l2i();
      case I64 -> {}
      case F32 ->
          code.l2i().invokestatic(CD_FLOAT, "intBitsToFloat", MethodTypeDesc.of(CD_float, CD_int));
      case F64 ->
          code.invokestatic(CD_DOUBLE, "longBitsToDouble", MethodTypeDesc.of(CD_double, CD_long));
    }
  }

  /** Replaces a Java value by the bits of a slot. */
  static void toBits(CodeBuilder code, NumType type) {
    switch (type) {
      case I32 -> code.i2l();
      case I64 -> {}
      case F32 ->
          code.invokestatic(CD_FLOAT, "floatToRawIntBits", MethodTypeDesc.of(CD_int, CD_float))
              .i2l();
      case F64 ->
          code.invokestatic(
              CD_DOUBLE, "doubleToRawLongBits", MethodTypeDesc.of(CD_long, CD_double));
    }
  }

  /** Calls a static method. */
  static void call(CodeBuilder code, Method method) {
    code.invokestatic(
        desc(method.getDeclaringClass()),
        method.getName(),
        MethodTypeDesc.of(desc(method.getReturnType()), descs(method.getParameterTypes())));
  }

  static boolean isNumber(ValType type) {
    return type instanceof NumType;
  }

  static ClassDesc desc(Class<?> type) {
    return type.describeConstable().orElseThrow();
  }

  private static List<ClassDesc> descs(Class<?>[] types) {
    List<ClassDesc> descs = new ArrayList<>();
    for (Class<?> type : types) {
      descs.add(desc(type));
    }
    return descs;
  }
}
