package dev.wasmscope.engine.runtime;

import java.lang.classfile.ClassFile;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;

/**
 * Assembles the class of an array type, see {@link HeapClasses}.
 *
 * @param element the type of the elements of the Java array
 */
record ArrayAssembler(ClassDesc self, ClassDesc superclass, int number, ClassDesc element) {

  private static final ClassDesc ARRAY = ClassDesc.of(ArrayInstance.class.getName());

  byte[] assemble(boolean isFinal) {
    MethodTypeDesc constructor = MethodTypeDesc.of(ConstantDescs.CD_void, element.arrayType());
    return ClassFile.of()
        .build(
            self,
            type -> {
              type.withFlags(StructAssembler.flags(isFinal)).withSuperclass(superclass);
              type.withMethodBody(
                  ConstantDescs.INIT_NAME,
                  constructor,
                  ClassFile.ACC_PUBLIC,
                  code ->
                      code.aload(0)
                          .aload(1)
                          .invokespecial(superclass, ConstantDescs.INIT_NAME, constructor)
                          .return_());
              StructAssembler.constant(type, "typeNumber", number);
              type.withMethodBody(
                  "fresh",
                  MethodTypeDesc.of(ARRAY, ConstantDescs.CD_int),
                  ClassFile.ACC_PUBLIC,
                  code -> {
                    code.new_(self).dup().iload(1);
                    newArray(code, element);
                    code.invokespecial(self, ConstantDescs.INIT_NAME, constructor).areturn();
                  });
            });
  }

  private static void newArray(java.lang.classfile.CodeBuilder code, ClassDesc element) {
    if (element.isPrimitive()) {
      code.newarray(TypeKind.from(element));
    } else {
      code.anewarray(element);
    }
  }
}
