package dev.wasmscope.fuzz.module;

import dev.wasmscope.wasm.binary.Operand;
import dev.wasmscope.wasm.binary.Operand.Space;
import dev.wasmscope.wasm.instr.Opcode;
import dev.wasmscope.wasm.type.AbsHeapType;
import dev.wasmscope.wasm.type.ArrayType;
import dev.wasmscope.wasm.type.FieldType;
import dev.wasmscope.wasm.type.NumType;
import dev.wasmscope.wasm.type.RefType;
import dev.wasmscope.wasm.type.TypeIndex;
import dev.wasmscope.wasm.type.ValType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Array instructions. */
final class ArrayCode implements Family {

  private final Code code;
  private final Body body;
  private final Chance chance;

  ArrayCode(Code code) {
    this.code = code;
    body = code.body;
    chance = code.chance;
  }

  private List<Integer> arrays(Predicate<FieldType> wanted) {
    return IntStream.range(0, code.layout.types.size())
        .filter(
            i ->
                code.layout.types.get(i).composite() instanceof ArrayType(var element)
                    && wanted.test(element))
        .boxed()
        .toList();
  }

  private FieldType element(int type) {
    return ((ArrayType) code.layout.types.get(type).composite()).element();
  }

  private ValType value(int type) {
    return element(type).storage().unpacked();
  }

  /** Leaves an array, rarely null. */
  private void object(int type) {
    code.value(new RefType(chance.oneIn(30), new TypeIndex(type)));
  }

  @Override
  public List<Way> values(ValType type) {
    List<Way> ways = new ArrayList<>();
    List<Integer> arrays =
        arrays(element -> code.layout.types.matches(element.storage().unpacked(), type));
    if (!arrays.isEmpty()) {
      ways.add(new Way(4, () -> get(chance.any(arrays))));
    }
    if (type == NumType.I32 && !arrays(_ -> true).isEmpty()) {
      ways.add(new Way(2, this::length));
    }
    if (type instanceof RefType(_, TypeIndex(int index))
        && code.layout.types.get(index).composite() instanceof ArrayType) {
      ways.add(new Way(15, () -> make(index)));
    }
    return ways;
  }

  private void length() {
    code.value(new RefType(chance.oneIn(30), AbsHeapType.ARRAY));
    body.emit(Opcode.ARRAY_LEN);
  }

  private void get(int type) {
    object(type);
    code.index(NumType.I32, 1 << chance.below(3));
    Opcode packed = chance.oneIn(2) ? Opcode.ARRAY_GET_S : Opcode.ARRAY_GET_U;
    boolean isPacked = !(element(type).storage() instanceof ValType);
    body.emit(isPacked ? packed : Opcode.ARRAY_GET, Space.TYPE, type);
  }

  private void make(int type) {
    List<Integer> segments = segments(type);
    if (!(value(type) instanceof RefType) && chance.oneIn(3)) {
      body.i32(chance.below(8));
      body.i32(chance.below(4));
      body.emit(
          Opcode.ARRAY_NEW_DATA,
          new Operand.Index(Space.TYPE, type),
          new Operand.Index(Space.DATA, chance.below(code.layout.data)));
    } else if (!segments.isEmpty() && chance.oneIn(2)) {
      body.i32(chance.below(2));
      body.i32(chance.below(3));
      body.emit(
          Opcode.ARRAY_NEW_ELEM,
          new Operand.Index(Space.TYPE, type),
          new Operand.Index(Space.ELEMENT, chance.any(segments)));
    } else {
      code.value(value(type));
      body.i32(chance.below(10));
      body.emit(Opcode.ARRAY_NEW, Space.TYPE, type);
    }
  }

  private List<Integer> segments(int type) {
    return value(type) instanceof RefType
        ? IntStream.range(0, code.layout.elements.size())
            .filter(s -> code.layout.types.matches(code.layout.elements.get(s), value(type)))
            .boxed()
            .toList()
        : List.of();
  }

  @Override
  public List<Way> statements() {
    List<Integer> arrays = arrays(FieldType::mutable);
    return arrays.isEmpty()
        ? List.of()
        : List.of(
            new Way(3, () -> set(chance.any(arrays))),
            new Way(1, () -> fill(chance.any(arrays))),
            new Way(1, () -> copy(chance.any(arrays))),
            new Way(1, () -> init(chance.any(arrays))));
  }

  private void set(int type) {
    object(type);
    code.index(NumType.I32, 1 << chance.below(3));
    code.value(value(type));
    body.emit(Opcode.ARRAY_SET, Space.TYPE, type);
  }

  private void fill(int type) {
    object(type);
    code.index(NumType.I32, 2);
    code.value(value(type));
    body.i32(chance.below(2));
    body.emit(Opcode.ARRAY_FILL, Space.TYPE, type);
  }

  private void copy(int to) {
    int from =
        chance.any(
            arrays(
                element ->
                    element.storage().equals(element(to).storage())
                        || element.storage() instanceof ValType sub
                            && element(to).storage() instanceof ValType sup
                            && code.layout.types.matches(sub, sup)));
    object(to);
    code.index(NumType.I32, 2);
    object(from);
    code.index(NumType.I32, 2);
    body.i32(chance.below(2));
    body.emit(
        Opcode.ARRAY_COPY, new Operand.Index(Space.TYPE, to), new Operand.Index(Space.TYPE, from));
  }

  private void init(int type) {
    boolean isData = !(value(type) instanceof RefType);
    List<Integer> segments = isData ? List.of(0) : segments(type);
    if (segments.isEmpty()) {
      return;
    }
    object(type);
    code.index(NumType.I32, 2);
    body.i32(chance.below(3));
    body.i32(chance.below(2));
    body.emit(
        isData ? Opcode.ARRAY_INIT_DATA : Opcode.ARRAY_INIT_ELEM,
        new Operand.Index(Space.TYPE, type),
        new Operand.Index(isData ? Space.DATA : Space.ELEMENT, chance.any(segments)));
  }
}
