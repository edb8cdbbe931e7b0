package dev.wasmscope.engine.jit;

import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where the values of a function are that is split into several Java methods: in two arrays, one of
 * numbers and one of objects, that are made for each call of the function. Every variable has one
 * place there. One more number, {@link #captured}, is not 0 after the frame has been captured.
 */
final class Homes implements Numbering {

  static final ClassDesc BITS = ConstantDescs.CD_long.arrayType();
  static final ClassDesc OBJECTS = ConstantDescs.CD_Object.arrayType();

  private record Slot(int height, Kind kind) {}

  private final List<Kind> localKinds;
  private final Map<Slot, Integer> slots = new HashMap<>();

  Homes(List<Kind> localKinds) {
    this.localKinds = localKinds;
  }

  @Override
  public int locals() {
    return localKinds.size();
  }

  @Override
  public List<Integer> kept() {
    return List.of();
  }

  @Override
  public Kind localKind(int local) {
    return localKinds.get(local);
  }

  @Override
  public int slotNumber(int height, Kind kind) {
    return slots.computeIfAbsent(new Slot(height, kind), _ -> captured() + 1 + slots.size());
  }

  int captured() {
    return localKinds.size();
  }

  /** Whether any value is an object. */
  boolean hasObjects() {
    return !localKinds.stream().allMatch(Kind::isNumber)
        || !slots.keySet().stream().allMatch(slot -> slot.kind.isNumber());
  }

  /** Number of places. */
  int size() {
    return captured() + 1 + slots.size();
  }

  /**
   * Moves values between their homes and Java's operand stack.
   *
   * @param vectors how the method holds vectors; at home they are records
   * @param bits the Java variable with the numbers
   * @param objects the Java variable with the objects
   */
  record Moves(CodeBuilder code, VectorForm vectors, int bits, int objects) {

    /** Pushes the array and the index of a home. */
    void address(Kind kind, int number) {
      code.aload(kind.isNumber() ? bits : objects).loadConstant(number);
    }

    /** Stores the value that was pushed after {@link #address}. */
    void store(Kind kind) {
      SlotMoves.store(code, vectors, kind);
    }

    /** Pushes the value. */
    void load(Kind kind, int number) {
      address(kind, number);
      SlotMoves.load(code, vectors, kind);
    }
  }
}
