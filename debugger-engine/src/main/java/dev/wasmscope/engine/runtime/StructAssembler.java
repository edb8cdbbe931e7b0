package dev.wasmscope.engine.runtime;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_double;
import static java.lang.constant.ConstantDescs.CD_float;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_long;
import static java.lang.constant.ConstantDescs.CD_void;
import static java.lang.constant.ConstantDescs.INIT_NAME;
import static java.lang.constant.ConstantDescs.MTD_void;

import dev.wasmscope.engine.numeric.V128;
import dev.wasmscope.wasm.type.FieldType;
import dev.wasmscope.wasm.type.NumType;
import dev.wasmscope.wasm.type.PackedType;
import dev.wasmscope.wasm.type.StorageType;
import dev.wasmscope.wasm.type.VecType;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Assembles the class of a structure type, see {@link HeapClasses}.
 *
 * @param fields those that the class declares
 * @param first the position of the first of them
 */
record StructAssembler(ClassDesc self, ClassDesc superclass, List<FieldType> fields, int first) {

  private static final ClassDesc STRUCT = ClassDesc.of(StructInstance.class.getName());
  private static final ClassDesc VECTOR = ClassDesc.of(V128.class.getName());
  private static final ClassDesc FLOAT = ClassDesc.of("java.lang.Float");
  private static final ClassDesc DOUBLE = ClassDesc.of("java.lang.Double");

  /** The type's own class. */
  byte[] assemble(int number, int fieldCount, boolean isFinal) {
    return ClassFile.of()
        .build(
            self,
            type -> {
              type.withFlags(flags(isFinal));
              declare(type);
              constant(type, "typeNumber", number);
              constant(type, "fieldCount", fieldCount);
              type.withMethodBody(
                  "fresh",
                  MethodTypeDesc.of(STRUCT),
                  ClassFile.ACC_PUBLIC,
                  code -> code.new_(self).dup().invokespecial(self, INIT_NAME, MTD_void).areturn());
            });
  }

  /** A class above that of a type, with some of its fields. */
  byte[] assemblePart() {
    return ClassFile.of()
        .build(
            self,
            type -> {
              type.withFlags(flags(false) | ClassFile.ACC_ABSTRACT);
              declare(type);
            });
  }

  static int flags(boolean isFinal) {
    return ClassFile.ACC_PUBLIC | ClassFile.ACC_SUPER | (isFinal ? ClassFile.ACC_FINAL : 0);
  }

  /** Adds a method without parameters that answers {@code value}. */
  static void constant(ClassBuilder type, String method, int value) {
    type.withMethodBody(
        method,
        MethodTypeDesc.of(CD_int),
        ClassFile.ACC_PUBLIC,
        code -> code.loadConstant(value).ireturn());
  }

  private static boolean isNumber(StorageType storage) {
    return storage instanceof NumType || storage instanceof PackedType;
  }

  private ClassDesc stored(int field) {
    return HeapClasses.stored(fields.get(field - first).storage());
  }

  private void declare(ClassBuilder type) {
    type.withSuperclass(superclass);
    for (int i = first; i < first + fields.size(); i++) {
      type.withField(HeapClasses.fieldName(i), stored(i), ClassFile.ACC_PUBLIC);
    }
    type.withMethodBody(INIT_NAME, MTD_void, ClassFile.ACC_PUBLIC, this::initialise);
    Predicate<StorageType> isObject = storage -> !isNumber(storage);
    accessor(
        type, "bits", MethodTypeDesc.of(CD_long, CD_int), StructAssembler::isNumber, this::get);
    accessor(type, "object", MethodTypeDesc.of(CD_Object, CD_int), isObject, this::get);
    accessor(
        type,
        "setBits",
        MethodTypeDesc.of(CD_void, CD_int, CD_long),
        StructAssembler::isNumber,
        this::set);
    accessor(type, "setObject", MethodTypeDesc.of(CD_void, CD_int, CD_Object), isObject, this::set);
  }

  private void initialise(CodeBuilder code) {
    code.aload(0).invokespecial(superclass, INIT_NAME, MTD_void);
    for (int i = first; i < first + fields.size(); i++) {
      if (fields.get(i - first).storage() instanceof VecType) {
        code.aload(0)
            .getstatic(VECTOR, "ZERO", VECTOR)
            .putfield(self, HeapClasses.fieldName(i), VECTOR);
      }
    }
    code.return_();
  }

  /** What an accessor does with one field. */
  private interface Access {
    void emit(CodeBuilder code, int field);
  }

  /** Adds a method that reaches fields by position; those of super types by the method of these. */
  private void accessor(
      ClassBuilder type,
      String name,
      MethodTypeDesc method,
      Predicate<StorageType> which,
      Access access) {
    List<Integer> reached = new ArrayList<>();
    for (int i = first; i < first + fields.size(); i++) {
      if (which.test(fields.get(i - first).storage())) {
        reached.add(i);
      }
    }
    if (!reached.isEmpty()) {
      type.withMethodBody(
          name, method, ClassFile.ACC_PUBLIC, code -> choose(code, name, method, reached, access));
    }
  }

  private void choose(
      CodeBuilder code, String name, MethodTypeDesc method, List<Integer> reached, Access access) {
    Label other = code.newLabel();
    List<SwitchCase> cases = new ArrayList<>();
    reached.forEach(field -> cases.add(SwitchCase.of(field, code.newLabel())));
    code.iload(1).lookupswitch(other, cases);
    for (SwitchCase one : cases) {
      code.labelBinding(one.target());
      access.emit(code, one.caseValue());
    }
    code.labelBinding(other).aload(0).iload(1);
    if (method.parameterCount() > 1) {
      code.loadLocal(TypeKind.from(method.parameterType(1)), 2);
    }
    code.invokespecial(superclass, name, method).return_(TypeKind.from(method.returnType()));
  }

  private void get(CodeBuilder code, int field) {
    code.aload(0).getfield(self, HeapClasses.fieldName(field), stored(field));
    switch (TypeKind.from(stored(field))) {
      case FLOAT ->
          code.invokestatic(FLOAT, "floatToRawIntBits", MethodTypeDesc.of(CD_int, CD_float)).i2l();
      case DOUBLE ->
          code.invokestatic(DOUBLE, "doubleToRawLongBits", MethodTypeDesc.of(CD_long, CD_double));
      case LONG, REFERENCE -> {}
      default -> code.i2l();
    }
    code.return_(stored(field).isPrimitive() ? TypeKind.LONG : TypeKind.REFERENCE);
  }

  private void set(CodeBuilder code, int field) {
    code.aload(0);
    ClassDesc stored = stored(field);
    switch (TypeKind.from(stored)) {
      case BYTE -> code.lload(2).l2i().i2b();
      case SHORT -> code.lload(2).l2i().i2s();
      case LONG -> code.lload(2);
      case FLOAT ->
          code.lload(2)
              .l2i()
              .invokestatic(FLOAT, "intBitsToFloat", MethodTypeDesc.of(CD_float, CD_int));
      case DOUBLE ->
          code.lload(2)
              .invokestatic(DOUBLE, "longBitsToDouble", MethodTypeDesc.of(CD_double, CD_long));
      case REFERENCE -> {
        code.aload(2);
        if (!stored.equals(CD_Object)) {
          code.checkcast(stored);
        }
      }
      default -> code.lload(2).l2i();
    }
    code.putfield(self, HeapClasses.fieldName(field), stored).return_();
  }
}
