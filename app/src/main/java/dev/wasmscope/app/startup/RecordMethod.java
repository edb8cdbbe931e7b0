package dev.wasmscope.app.startup;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.DynamicCallSiteDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * {@code equals} or {@code hashCode} of a record, see {@link java.lang.runtime.ObjectMethods}.
 *
 * @param fields the record's components
 */
record RecordMethod(ClassDesc type, List<Field> fields, boolean equals) {

  private static final ClassDesc OBJECTS = ClassDesc.of("java.util.Objects");
  private static final int PRIME = 31;

  /** A component. */
  record Field(String name, ClassDesc type) {}

  /** The method at a call site; empty if it is another one. */
  static Optional<RecordMethod> of(DynamicCallSiteDesc site) {
    if (!Set.of("equals", "hashCode").contains(site.invocationName())) {
      return Optional.empty();
    }
    List<Field> fields = new ArrayList<>();
    for (ConstantDesc argument : site.bootstrapArgs()) {
      if (argument instanceof DirectMethodHandleDesc getter) {
        fields.add(new Field(getter.methodName(), getter.invocationType().returnType()));
      }
    }
    ClassDesc type = site.invocationType().parameterType(0);
    return Optional.of(new RecordMethod(type, fields, site.invocationName().equals("equals")));
  }

  /** Emits a static method with the record, and the other object for {@code equals}. */
  void emit(CodeBuilder code) {
    if (equals) {
      emitEquals(code);
    } else {
      emitHashCode(code);
    }
  }

  private void emitHashCode(CodeBuilder code) {
    code.iconst_0();
    for (Field field : fields) {
      code.loadConstant(PRIME).imul();
      load(code, 0, field);
      ClassDesc owner = field.type.isPrimitive() ? Conversion.box(field.type) : OBJECTS;
      code.invokestatic(
              owner, "hashCode", MethodTypeDesc.of(ConstantDescs.CD_int, parameter(field)))
          .iadd();
    }
    code.ireturn();
  }

  private void emitEquals(CodeBuilder code) {
    Label differ = code.newLabel();
    code.aload(1).instanceOf(type).ifeq(differ);
    code.aload(1).checkcast(type).astore(1);
    for (Field field : fields) {
      load(code, 0, field);
      load(code, 1, field);
      if (field.type.isPrimitive()) {
        code.invokestatic(
                Conversion.box(field.type),
                "compare",
                MethodTypeDesc.of(ConstantDescs.CD_int, field.type, field.type))
            .ifne(differ);
      } else {
        code.invokestatic(
                OBJECTS,
                "equals",
                MethodTypeDesc.of(
                    ConstantDescs.CD_boolean, ConstantDescs.CD_Object, ConstantDescs.CD_Object))
            .ifeq(differ);
      }
    }
    code.iconst_1().ireturn().labelBinding(differ).iconst_0().ireturn();
  }

  private void load(CodeBuilder code, int from, Field field) {
    code.aload(from).getfield(type, field.name, field.type);
  }

  private static ClassDesc parameter(Field field) {
    return field.type.isPrimitive() ? field.type : ConstantDescs.CD_Object;
  }
}
