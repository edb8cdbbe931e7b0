package dev.wasmscope.app.startup;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.Map;

/** What a lambda does to values whose types are not those of the method it calls. */
final class Conversion {

  private static final Map<ClassDesc, ClassDesc> BOXES =
      Map.of(
          ConstantDescs.CD_boolean, ConstantDescs.CD_Boolean,
          ConstantDescs.CD_byte, ConstantDescs.CD_Byte,
          ConstantDescs.CD_char, ConstantDescs.CD_Character,
          ConstantDescs.CD_short, ConstantDescs.CD_Short,
          ConstantDescs.CD_int, ConstantDescs.CD_Integer,
          ConstantDescs.CD_long, ConstantDescs.CD_Long,
          ConstantDescs.CD_float, ConstantDescs.CD_Float,
          ConstantDescs.CD_double, ConstantDescs.CD_Double);

  private Conversion() {}

  /** The class whose objects are values of a primitive type. */
  static ClassDesc box(ClassDesc primitive) {
    return BOXES.get(primitive);
  }

  /** Converts the value on top of the stack: casts, boxes, unboxes, widens or drops it. */
  static void emit(CodeBuilder code, ClassDesc from, ClassDesc to) {
    if (from.equals(to) || from.equals(ConstantDescs.CD_void)) {
      return;
    }
    if (to.equals(ConstantDescs.CD_void)) {
      if (TypeKind.from(from).slotSize() == 2) {
        code.pop2();
      } else {
        code.pop();
      }
    } else if (from.isPrimitive() && to.isPrimitive()) {
      code.conversion(TypeKind.from(from), TypeKind.from(to));
    } else if (from.isPrimitive()) {
      ClassDesc box = box(from);
      code.invokestatic(box, "valueOf", MethodTypeDesc.of(box, from));
    } else if (to.isPrimitive()) {
      unbox(code, from, to);
    } else if (!to.equals(ConstantDescs.CD_Object)) {
      code.checkcast(to);
    }
  }

  private static void unbox(CodeBuilder code, ClassDesc from, ClassDesc to) {
    ClassDesc value =
        BOXES.entrySet().stream()
            .filter(entry -> entry.getValue().equals(from))
            .map(Map.Entry::getKey)
            .findAny()
            .orElse(to);
    ClassDesc box = box(value);
    if (!box.equals(from)) {
      code.checkcast(box);
    }
    code.invokevirtual(box, value.displayName() + "Value", MethodTypeDesc.of(value));
    emit(code, value, to);
  }
}
