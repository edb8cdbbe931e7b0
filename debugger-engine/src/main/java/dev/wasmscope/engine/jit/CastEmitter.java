package dev.wasmscope.engine.jit;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_boolean;
import static java.lang.constant.ConstantDescs.CD_int;

import dev.wasmscope.engine.runtime.ArrayInstance;
import dev.wasmscope.engine.runtime.ExceptionInstance;
import dev.wasmscope.engine.runtime.FunctionInstance;
import dev.wasmscope.engine.runtime.HeapClasses;
import dev.wasmscope.engine.runtime.I31;
import dev.wasmscope.engine.runtime.StoreTypes;
import dev.wasmscope.engine.runtime.StructInstance;
import dev.wasmscope.engine.tier.Leave;
import dev.wasmscope.wasm.instr.Opcode;
import dev.wasmscope.wasm.type.AbsHeapType;
import dev.wasmscope.wasm.type.FuncType;
import dev.wasmscope.wasm.type.RefType;
import dev.wasmscope.wasm.type.TypeIndex;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;

/** Emits tests and casts of references, and scalars of 31 bits. */
final class CastEmitter {

  private static final ClassDesc ACCESS = ClassDesc.of(HeapAccess.class.getName());
  private static final ClassDesc SCALAR = ClassDesc.of(I31.class.getName());
  private static final ClassDesc TYPES = ClassDesc.of(StoreTypes.class.getName());
  private static final ClassDesc ABSTRACT = ClassDesc.of(AbsHeapType.class.getName());
  private static final ClassDesc LEAVE = ClassDesc.of(Leave.class.getName());

  private final Translation at;
  private final CodeBuilder code;

  CastEmitter(Translation at) {
    this.at = at;
    this.code = at.code();
  }

  /** Emits the instruction just read if it is one of these; else answers false. */
  boolean emit(Opcode opcode) {
    switch (opcode) {
      case REF_IS_NULL -> isNull();
      case REF_AS_NON_NULL -> asNonNull();
      case REF_EQ -> equal();
      case REF_TEST -> test(false);
      case REF_TEST_NULL -> test(true);
      case REF_CAST -> cast(false);
      case REF_CAST_NULL -> cast(true);
      case REF_I31 -> makeScalar();
      case I31_GET_S -> scalar("signed");
      case I31_GET_U -> scalar("bits");
      // A reference keeps its object when it is converted, so nothing is to be done.
      case ANY_CONVERT_EXTERN, EXTERN_CONVERT_ANY -> {}
      default -> {
        return false;
      }
    }
    return true;
  }

  private void isNull() {
    at.stack().load(1);
    Label on = code.newLabel();
    Label end = code.newLabel();
    code.ifnull(on).iconst_0().goto_(end).labelBinding(on).iconst_1().labelBinding(end);
    at.stack().pushComputed(Kind.I32);
  }

  private void asNonNull() {
    at.mayThrow();
    at.stack().load(1);
    code.invokestatic(ACCESS, "nonNull", MethodTypeDesc.of(CD_Object, CD_Object));
    at.stack().pushComputed(Kind.REF);
  }

  private void equal() {
    at.stack().load(2);
    code.invokestatic(ACCESS, "same", MethodTypeDesc.of(CD_int, CD_Object, CD_Object));
    at.stack().pushComputed(Kind.I32);
  }

  private void makeScalar() {
    at.mayThrow();
    at.stack().load(1);
    code.invokestatic(SCALAR, "of", MethodTypeDesc.of(SCALAR, CD_int));
    at.stack().pushComputed(Kind.REF);
  }

  private void scalar(String value) {
    at.mayFail();
    at.stack().load(1);
    code.checkcast(SCALAR).invokevirtual(SCALAR, value, MethodTypeDesc.of(CD_int));
    at.stack().pushComputed(Kind.I32);
  }

  private RefType target(boolean nullable) {
    return at.instance().toStore().rename(new RefType(nullable, at.reader().heapType()));
  }

  private void test(boolean nullable) {
    at.stack().load(1);
    test(target(nullable));
    at.stack().pushComputed(Kind.I32);
  }

  /** A cast to a type with a class is Java's; it lets null pass. */
  private void cast(boolean nullable) {
    RefType type = target(nullable);
    ClassDesc known = javaClass(type);
    at.mayFail();
    at.stack().load(1);
    if (known != null) {
      code.checkcast(known);
      if (!nullable) {
        code.invokestatic(ACCESS, "nonNull", MethodTypeDesc.of(CD_Object, CD_Object));
      }
    } else {
      Label on = code.newLabel();
      code.dup();
      test(type);
      code.ifne(on).getstatic(LEAVE, "NOW", LEAVE).athrow().labelBinding(on);
    }
    at.stack().pushComputed(Kind.REF);
  }

  /** Replaces the reference on Java's operand stack by whether it is of a type of the store. */
  void test(RefType type) {
    if (!type.nullable()) {
      testNonNull(type);
      return;
    }
    Label isNull = code.newLabel();
    Label end = code.newLabel();
    code.dup().ifnull(isNull);
    testNonNull(type);
    code.goto_(end).labelBinding(isNull).pop().iconst_1().labelBinding(end);
  }

  private void testNonNull(RefType type) {
    ClassDesc known = javaClass(type);
    if (known != null) {
      code.instanceOf(known);
    } else if (type.heap() instanceof TypeIndex(int number)) {
      code.loadConstant(number);
      at.constants().load(code, at.instance().store().types(), StoreTypes.class);
      code.invokestatic(ACCESS, "isFunction", MethodTypeDesc.of(CD_int, CD_Object, CD_int, TYPES));
    } else {
      at.constants().load(code, type.heap(), AbsHeapType.class);
      code.invokestatic(ACCESS, "isOf", MethodTypeDesc.of(CD_boolean, CD_Object, ABSTRACT));
    }
  }

  /** The Java class that has the instances of a type and no others; null if there is none. */
  private ClassDesc javaClass(RefType type) {
    return switch (type.heap()) {
      case TypeIndex(int number) ->
          at.instance().store().types().get(number).composite() instanceof FuncType
              ? null
              : HeapClasses.classOf(number);
      case AbsHeapType abs ->
          switch (abs) {
            case FUNC -> ClassDesc.of(FunctionInstance.class.getName());
            case EXN -> ClassDesc.of(ExceptionInstance.class.getName());
            case STRUCT -> ClassDesc.of(StructInstance.class.getName());
            case ARRAY -> ClassDesc.of(ArrayInstance.class.getName());
            case I31 -> SCALAR;
            default -> null;
          };
    };
  }
}
