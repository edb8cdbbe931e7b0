package dev.wasmscope.engine.jit;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_long;
import static java.lang.constant.ConstantDescs.CD_void;

import dev.wasmscope.engine.runtime.ArrayInstance;
import dev.wasmscope.engine.runtime.HeapClasses;
import dev.wasmscope.wasm.instr.Opcode;
import dev.wasmscope.wasm.type.ArrayType;
import dev.wasmscope.wasm.type.StorageType;
import dev.wasmscope.wasm.type.VecType;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;

/** Emits array instructions: elements are those of a Java array, whose checks are the traps. */
final class ArrayEmitter {

  private static final ClassDesc ACCESS = ClassDesc.of(HeapAccess.class.getName());
  private static final ClassDesc ARRAY = ClassDesc.of(ArrayInstance.class.getName());
  private static final ClassDesc ARRAYS = ClassDesc.of("java.util.Arrays");
  private static final String ELEMENTS = "elements";

  private final Translation at;
  private final CodeBuilder code;

  ArrayEmitter(Translation at) {
    this.at = at;
    this.code = at.code();
  }

  /** Emits the instruction just read if it is one of these; else answers false. */
  boolean emit(Opcode opcode) {
    switch (opcode) {
      case ARRAY_NEW -> make();
      case ARRAY_NEW_DEFAULT -> makeDefault();
      case ARRAY_NEW_FIXED -> makeFixed();
      case ARRAY_GET, ARRAY_GET_U -> get(false);
      case ARRAY_GET_S -> get(true);
      case ARRAY_SET -> set();
      case ARRAY_LEN -> length();
      case ARRAY_FILL -> fill();
      case ARRAY_COPY -> copy();
      default -> {
        return false;
      }
    }
    return true;
  }

  private ClassDesc type() {
    return HeapClasses.classOf(at.instance().typeNumber(at.reader().index()));
  }

  private StorageType storage() {
    int type = at.reader().index();
    return ((ArrayType) at.instance().spaces().types().get(type).composite()).element().storage();
  }

  /** The type of the elements of the Java array. */
  private ClassDesc element() {
    return HeapClasses.elementsOf(storage());
  }

  // Making.

  /** Pushes a Java array, its length being there. */
  private void newElements() {
    code.loadConstant(at.instance().store().limits().arrayElements())
        .invokestatic(ACCESS, "length", MethodTypeDesc.of(CD_int, CD_int, CD_int));
    if (element().isPrimitive()) {
      code.newarray(TypeKind.from(element()));
    } else {
      code.anewarray(element());
    }
  }

  /** Makes an array of the Java array that is there, the new object being under it twice. */
  private void initialise() {
    code.invokespecial(
        type(), ConstantDescs.INIT_NAME, MethodTypeDesc.of(CD_void, element().arrayType()));
  }

  private void make() {
    at.mayThrow();
    int value = at.stack().height() - 2;
    code.new_(type()).dup();
    at.stack().loadAt(value + 1);
    newElements();
    if (!isZero(at.stack().peek(1))) {
      code.dup();
      loadValue(value);
      fillNew();
    }
    initialise();
    at.stack().cut(value);
    at.stack().pushComputed(Kind.REF);
  }

  private static boolean isZero(Operand operand) {
    return operand.is(Operand.Source.CONSTANT) && operand.number() == 0;
  }

  /** Fills the Java array under the value that is there. */
  private void fillNew() {
    StructEmitter.cut(code, storage());
    code.invokestatic(ARRAYS, "fill", MethodTypeDesc.of(CD_void, element().arrayType(), element()));
  }

  private void makeDefault() {
    at.mayThrow();
    int length = at.stack().height() - 1;
    code.new_(type()).dup();
    at.stack().loadAt(length);
    newElements();
    if (storage() instanceof VecType) {
      code.dup();
      Kind.V128.loadDefault(code);
      fillNew();
    }
    initialise();
    at.stack().cut(length);
    at.stack().pushComputed(Kind.REF);
  }

  private void makeFixed() {
    at.mayThrow();
    int count = at.reader().index2();
    int first = at.stack().height() - count;
    code.new_(type()).dup().loadConstant(count);
    newElements();
    for (int i = 0; i < count; i++) {
      code.dup().loadConstant(i);
      loadValue(first + i);
      store();
    }
    initialise();
    at.stack().cut(first);
    at.stack().pushComputed(Kind.REF);
  }

  /** Pushes an operand as arrays hold it. */
  private void loadValue(int operand) {
    at.stack().loadAt(operand);
    at.vectors().toRecord(code, Kind.of(storage().unpacked()));
  }

  private void store() {
    StructEmitter.cut(code, storage());
    code.arrayStore(TypeKind.from(element()));
  }

  // Using.

  /** Pushes the Java array of the array that an operand refers to. */
  private void elements(int operand) {
    at.stack().loadAt(operand);
    code.checkcast(type()).getfield(type(), ELEMENTS, element().arrayType());
  }

  private void get(boolean signed) {
    at.mayFail();
    int array = at.stack().height() - 2;
    elements(array);
    at.stack().loadAt(array + 1);
    at.stack().cut(array);
    code.arrayLoad(TypeKind.from(element()));
    Kind kind = Kind.of(storage().unpacked());
    if (kind == Kind.V128) {
      code.checkcast(kind.desc);
      at.vectors().fromRecord(code, kind);
    }
    StructEmitter.extend(code, storage(), signed);
    at.stack().pushComputed(kind);
  }

  private void set() {
    at.mayFail();
    int array = at.stack().height() - 3;
    elements(array);
    at.stack().loadAt(array + 1);
    loadValue(array + 2);
    at.stack().cut(array);
    store();
  }

  private void length() {
    at.mayFail();
    at.stack().load(1);
    code.checkcast(ARRAY).invokevirtual(ARRAY, "length", MethodTypeDesc.of(CD_int));
    at.stack().pushComputed(Kind.I32);
  }

  private void fill() {
    at.mayFail();
    int array = at.stack().height() - 4;
    Kind kind = Kind.of(storage().unpacked());
    at.stack().loadAt(array);
    at.stack().loadAt(array + 1);
    if (kind.isNumber()) {
      at.stack().loadAt(array + 2);
      kind.toBits(code);
      code.aconst_null();
    } else {
      code.lconst_0();
      loadValue(array + 2);
    }
    at.stack().loadAt(array + 3);
    at.stack().cut(array);
    code.invokestatic(
        ACCESS, "fill", MethodTypeDesc.of(CD_void, CD_Object, CD_int, CD_long, CD_Object, CD_int));
  }

  private void copy() {
    at.mayFail();
    int to = at.stack().height() - 5;
    for (int i = 0; i < 5; i++) {
      at.stack().loadAt(to + i);
    }
    at.stack().cut(to);
    code.invokestatic(
        ACCESS, "copy", MethodTypeDesc.of(CD_void, CD_Object, CD_int, CD_Object, CD_int, CD_int));
  }
}
