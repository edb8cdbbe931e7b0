package dev.wasmscope.engine.jit;

import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;

/** Emits moves between the slots of a thread and Java's operand stack. */
final class SlotMoves {

  private static final ClassDesc LONGS = ConstantDescs.CD_long.arrayType();
  private static final ClassDesc OBJECTS = ConstantDescs.CD_Object.arrayType();

  private final CodeBuilder code;
  private final int thread;
  private final int base;
  private final VectorForm vectors;

  /**
   * Moves from and to slots relative to one; vectors are records on Java's operand stack, too.
   *
   * @param thread the Java variable with the thread
   * @param base the Java variable with the number of the slot
   */
  SlotMoves(CodeBuilder code, int thread, int base) {
    this(code, VectorForm.RECORDS, thread, base);
  }

  /**
   * Moves from and to slots relative to one.
   *
   * @param vectors how the method holds vectors
   * @param thread the Java variable with the thread
   * @param base the Java variable with the number of the slot
   */
  SlotMoves(CodeBuilder code, VectorForm vectors, int thread, int base) {
    this.code = code;
    this.vectors = vectors;
    this.thread = thread;
    this.base = base;
  }

  /** Sets the base variable to the first of {@code count} scratch slots. */
  void claim(int count) {
    code.aload(thread)
        .loadConstant(count)
        .invokevirtual(
            Signature.THREAD,
            "scratch",
            MethodTypeDesc.of(ConstantDescs.CD_int, ConstantDescs.CD_int))
        .istore(base);
  }

  /** Pushes the array and the index of a slot. */
  void address(Kind kind, int slot) {
    code.aload(thread);
    if (kind.isNumber()) {
      code.getfield(Signature.THREAD, "bits", LONGS);
    } else {
      code.getfield(Signature.THREAD, "objects", OBJECTS);
    }
    code.iload(base);
    if (slot != 0) {
      code.loadConstant(slot).iadd();
    }
  }

  /** Stores the value that was pushed after {@link #address}. */
  void store(Kind kind) {
    store(code, vectors, kind);
  }

  /** Stores a value into an array of numbers or of objects, pushed with an index before. */
  static void store(CodeBuilder code, VectorForm vectors, Kind kind) {
    if (kind.isNumber()) {
      kind.toBits(code);
      code.lastore();
    } else {
      vectors.toRecord(code, kind);
      code.aastore();
    }
  }

  /** Pushes the value in a slot. */
  void load(Kind kind, int slot) {
    address(kind, slot);
    load(code, vectors, kind);
  }

  /** Pushes the value in an array of numbers or of objects, pushed with an index before. */
  static void load(CodeBuilder code, VectorForm vectors, Kind kind) {
    if (kind.isNumber()) {
      code.laload();
      kind.fromBits(code);
    } else {
      code.aaload();
      if (kind == Kind.V128) {
        code.checkcast(Kind.V128.desc);
        vectors.fromRecord(code, kind);
      }
    }
  }
}
