package dev.wasmscope.engine.jit;

import dev.wasmscope.engine.runtime.HeapClasses;
import dev.wasmscope.wasm.instr.Opcode;
import dev.wasmscope.wasm.type.FieldType;
import dev.wasmscope.wasm.type.PackedType;
import dev.wasmscope.wasm.type.StorageType;
import dev.wasmscope.wasm.type.StructType;
import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.util.List;

/** Emits structure instructions: fields are those of the type's class, see {@link HeapClasses}. */
final class StructEmitter {

  private final Translation at;
  private final CodeBuilder code;

  StructEmitter(Translation at) {
    this.at = at;
    this.code = at.code();
  }

  /** Emits the instruction just read if it is one of these; else answers false. */
  boolean emit(Opcode opcode) {
    switch (opcode) {
      case STRUCT_NEW -> make();
      case STRUCT_NEW_DEFAULT -> makeDefault();
      case STRUCT_GET, STRUCT_GET_U -> get(false);
      case STRUCT_GET_S -> get(true);
      case STRUCT_SET -> set();
      default -> {
        return false;
      }
    }
    return true;
  }

  private ClassDesc type() {
    return HeapClasses.classOf(at.instance().typeNumber(at.reader().index()));
  }

  private List<FieldType> fields() {
    int type = at.reader().index();
    return ((StructType) at.instance().spaces().types().get(type).composite()).fields();
  }

  private void allocate() {
    code.new_(type()).dup().invokespecial(type(), ConstantDescs.INIT_NAME, ConstantDescs.MTD_void);
  }

  private void make() {
    at.mayThrow();
    List<FieldType> fields = fields();
    int first = at.stack().height() - fields.size();
    allocate();
    for (int i = 0; i < fields.size(); i++) {
      code.dup();
      put(i, fields.get(i).storage(), first + i);
    }
    at.stack().cut(first);
    at.stack().pushComputed(Kind.REF);
  }

  private void makeDefault() {
    at.mayThrow();
    allocate();
    at.stack().pushComputed(Kind.REF);
  }

  private void get(boolean signed) {
    at.mayFail();
    int field = at.reader().index2();
    StorageType storage = fields().get(field).storage();
    at.stack().load(1);
    code.checkcast(type())
        .getfield(type(), HeapClasses.fieldName(field), HeapClasses.stored(storage));
    extend(code, storage, signed);
    Kind kind = Kind.of(storage.unpacked());
    at.vectors().fromRecord(code, kind);
    at.stack().pushComputed(kind);
  }

  private void set() {
    at.mayFail();
    int field = at.reader().index2();
    int reference = at.stack().height() - 2;
    at.stack().loadAt(reference);
    code.checkcast(type());
    put(field, fields().get(field).storage(), reference + 1);
    at.stack().cut(reference);
  }

  /** Sets a field of the structure on Java's operand stack to an operand. */
  private void put(int field, StorageType storage, int operand) {
    at.stack().loadAt(operand);
    at.vectors().toRecord(code, Kind.of(storage.unpacked()));
    cut(code, storage);
    code.putfield(type(), HeapClasses.fieldName(field), HeapClasses.stored(storage));
  }

  /** Makes of what was in a field the value that an instruction gets. */
  static void extend(CodeBuilder code, StorageType storage, boolean signed) {
    if (storage instanceof PackedType packed && !signed) {
      code.loadConstant(packed == PackedType.I8 ? 0xff : 0xffff).iand();
    }
  }

  /** Makes of a value what is stored in a field. */
  static void cut(CodeBuilder code, StorageType storage) {
    if (storage == PackedType.I8) {
      code.i2b();
    } else if (storage == PackedType.I16) {
      code.i2s();
    }
  }
}
