package dev.wasmscope.wasm.valid;

import dev.wasmscope.wasm.instr.Opcode;
import dev.wasmscope.wasm.source.DiagnosticCode;
import dev.wasmscope.wasm.type.ArrayType;
import dev.wasmscope.wasm.type.FieldType;
import dev.wasmscope.wasm.type.RefType;
import java.util.Map;

/** Arrays (§3.4.5). */
final class ArrayRules {

  private static final int[] INDEX_RANGE = {TypeCodes.I32, TypeCodes.I32, TypeCodes.I32};

  private ArrayRules() {}

  static Map<Opcode, Rule> all() {
    return Map.ofEntries(
        Map.entry(Opcode.ARRAY_NEW, ArrayRules::create),
        Map.entry(Opcode.ARRAY_NEW_DEFAULT, ArrayRules::createDefault),
        Map.entry(Opcode.ARRAY_NEW_FIXED, ArrayRules::createFixed),
        Map.entry(Opcode.ARRAY_NEW_DATA, ArrayRules::createFromData),
        Map.entry(Opcode.ARRAY_NEW_ELEM, ArrayRules::createFromElements),
        Map.entry(Opcode.ARRAY_GET, in -> get(in, false)),
        Map.entry(Opcode.ARRAY_GET_S, in -> get(in, true)),
        Map.entry(Opcode.ARRAY_GET_U, in -> get(in, true)),
        Map.entry(Opcode.ARRAY_SET, ArrayRules::set),
        Map.entry(Opcode.ARRAY_LEN, ArrayRules::length),
        Map.entry(Opcode.ARRAY_FILL, ArrayRules::fill),
        Map.entry(Opcode.ARRAY_COPY, ArrayRules::copy),
        Map.entry(Opcode.ARRAY_INIT_DATA, ArrayRules::initFromData),
        Map.entry(Opcode.ARRAY_INIT_ELEM, ArrayRules::initFromElements));
  }

  private static FieldType element(CodeValidator in, int index) {
    in.checkTypeIndex(index);
    if (in.context.types.get(index).composite() instanceof ArrayType(FieldType element)) {
      return element;
    }
    throw in.unknown(DiagnosticCode.NON_ARRAY_TYPE, index);
  }

  private static FieldType element(CodeValidator in) {
    return element(in, in.in.index());
  }

  private static FieldType mutableElement(CodeValidator in) {
    FieldType element = element(in);
    if (!element.mutable()) {
      throw in.immutable(DiagnosticCode.IMMUTABLE_ARRAY, in.in.index(), element);
    }
    return element;
  }

  private static int unpacked(FieldType element) {
    return TypeCodes.of(element.storage().unpacked());
  }

  private static int array(int index) {
    return TypeCodes.nullable(TypeCodes.ref(index));
  }

  private static void pushNew(CodeValidator in) {
    in.push(TypeCodes.ref(in.in.index()));
  }

  private static void create(CodeValidator in) {
    in.pop(unpacked(element(in)), TypeCodes.I32);
    pushNew(in);
  }

  private static void createDefault(CodeValidator in) {
    StructRules.checkDefaultable(in, element(in));
    in.pop(TypeCodes.I32);
    pushNew(in);
  }

  /** The length may be any number: operands are taken one by one until one is missing. */
  private static void createFixed(CodeValidator in) {
    int element = unpacked(element(in));
    for (long left = Integer.toUnsignedLong(in.in.index2()); left > 0; left--) {
      if (in.stack.atFloor() && in.frame().unreachable) {
        break;
      }
      in.pop(element);
    }
    pushNew(in);
  }

  private static void checkData(CodeValidator in) {
    FieldType element = element(in);
    if (element.storage() instanceof RefType) {
      throw in.error(DiagnosticCode.ARRAY_NOT_NUMERIC, ": found " + element);
    }
    MemoryRules.checkData(in, in.in.index2());
  }

  private static void checkElements(CodeValidator in) {
    FieldType element = element(in);
    RefType segment = TableRules.segment(in, in.in.index2()).type();
    if (!in.context.subtyping.matches(segment, element.storage())) {
      throw in.typeError("the segment holds " + segment + ", the array " + element);
    }
  }

  private static void createFromData(CodeValidator in) {
    checkData(in);
    in.pop(TypeCodes.I32, TypeCodes.I32);
    pushNew(in);
  }

  private static void createFromElements(CodeValidator in) {
    checkElements(in);
    in.pop(TypeCodes.I32, TypeCodes.I32);
    pushNew(in);
  }

  private static void get(CodeValidator in, boolean extending) {
    FieldType element = element(in);
    StructRules.checkPacking(in, element, extending);
    in.pop(array(in.in.index()), TypeCodes.I32);
    in.push(unpacked(element));
  }

  private static void set(CodeValidator in) {
    FieldType element = mutableElement(in);
    in.pop(array(in.in.index()), TypeCodes.I32, unpacked(element));
  }

  private static void length(CodeValidator in) {
    in.pop(TypeCodes.ARRAYREF);
    in.push(TypeCodes.I32);
  }

  private static void fill(CodeValidator in) {
    int element = unpacked(mutableElement(in));
    in.pop(new int[] {array(in.in.index()), TypeCodes.I32, element, TypeCodes.I32});
  }

  private static void copy(CodeValidator in) {
    FieldType to = mutableElement(in);
    FieldType from = element(in, in.in.index2());
    if (!in.context.subtyping.matches(from.storage(), to.storage())) {
      throw in.error(DiagnosticCode.ARRAYS_DIFFER, ": " + from + " to " + to);
    }
    int target = array(in.in.index());
    int source = array(in.in.index2());
    in.pop(new int[] {target, TypeCodes.I32, source, TypeCodes.I32, TypeCodes.I32});
  }

  private static void initFromData(CodeValidator in) {
    mutableElement(in);
    checkData(in);
    in.pop(INDEX_RANGE);
    in.pop(array(in.in.index()));
  }

  private static void initFromElements(CodeValidator in) {
    mutableElement(in);
    checkElements(in);
    in.pop(INDEX_RANGE);
    in.pop(array(in.in.index()));
  }
}
