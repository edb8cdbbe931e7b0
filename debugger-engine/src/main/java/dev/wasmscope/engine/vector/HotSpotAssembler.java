package dev.wasmscope.engine.vector;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_boolean;
import static java.lang.constant.ConstantDescs.CD_int;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;

/**
 * Makes the class through which code asks and tells HotSpot what Java has no words for. It belongs
 * to the package that may do so: HotSpot's optimising compiler replaces these calls of {@code
 * MethodHandleImpl} by what it knows.
 *
 * <ul>
 *   <li>{@code isOptimised(Object)}: whether the code that asks, with a constant, has been made by
 *       the optimising compiler, for which a constant is one, unlike for all others. The constant
 *       must be that of whoever asks: once the question had been asked often, the optimising
 *       compiler would make code of the method itself, with one of its own, which told everybody
 *       yes
 *   <li>{@code seldom(boolean)}: its argument, which is true once in a million times
 * </ul>
 */
final class HotSpotAssembler {

  static final String NAME = "java.lang.invoke.WasmscopeHotSpot";

  static final ClassDesc SELF = ClassDesc.of(NAME);

  private static final ClassDesc IMPLEMENTATION = ClassDesc.of("java.lang.invoke.MethodHandleImpl");
  private static final String COUNTS = "COUNTS";
  private static final int OFTEN = 1_000_000;
  private static final int PUBLIC_STATIC = ClassFile.ACC_PUBLIC | ClassFile.ACC_STATIC;

  private HotSpotAssembler() {}

  static byte[] assemble() {
    return ClassFile.of().build(SELF, HotSpotAssembler::assemble);
  }

  private static void assemble(ClassBuilder type) {
    type.withFlags(ClassFile.ACC_PUBLIC | ClassFile.ACC_FINAL | ClassFile.ACC_SUPER);
    type.withField(
        COUNTS,
        CD_int.arrayType(),
        ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC | ClassFile.ACC_FINAL);
    type.withMethodBody(
        ConstantDescs.CLASS_INIT_NAME,
        ConstantDescs.MTD_void,
        ClassFile.ACC_STATIC,
        code ->
            code.iconst_2()
                .newarray(TypeKind.INT)
                .dup()
                .iconst_0()
                .loadConstant(OFTEN)
                .iastore()
                .dup()
                .iconst_1()
                .iconst_1()
                .iastore()
                .putstatic(SELF, COUNTS, CD_int.arrayType())
                .return_());
    type.withMethodBody(
        "isOptimised",
        MethodTypeDesc.of(CD_boolean, CD_Object),
        PUBLIC_STATIC,
        code ->
            code.aload(0)
                .invokestatic(
                    IMPLEMENTATION, "isCompileConstant", MethodTypeDesc.of(CD_boolean, CD_Object))
                .ireturn());
    type.withMethodBody(
        "seldom",
        MethodTypeDesc.of(CD_boolean, CD_boolean),
        PUBLIC_STATIC,
        code ->
            code.iload(0)
                .getstatic(SELF, COUNTS, CD_int.arrayType())
                .invokestatic(
                    IMPLEMENTATION,
                    "profileBoolean",
                    MethodTypeDesc.of(CD_boolean, CD_boolean, CD_int.arrayType()))
                .ireturn());
  }
}
