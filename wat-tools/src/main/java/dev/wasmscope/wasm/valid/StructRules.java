package dev.wasmscope.wasm.valid;

import dev.wasmscope.wasm.instr.Opcode;
import dev.wasmscope.wasm.source.DiagnosticCode;
import dev.wasmscope.wasm.type.FieldType;
import dev.wasmscope.wasm.type.PackedType;
import dev.wasmscope.wasm.type.StructType;
import java.util.List;
import java.util.Map;

/** Structures (§3.4.4). */
final class StructRules {

  private StructRules() {}

  static Map<Opcode, Rule> all() {
    return Map.of(
        Opcode.STRUCT_NEW,
        StructRules::create,
        Opcode.STRUCT_NEW_DEFAULT,
        StructRules::createDefault,
        Opcode.STRUCT_GET,
        in -> get(in, false),
        Opcode.STRUCT_GET_S,
        in -> get(in, true),
        Opcode.STRUCT_GET_U,
        in -> get(in, true),
        Opcode.STRUCT_SET,
        StructRules::set);
  }

  private static List<FieldType> fields(CodeValidator in) {
    int index = in.in.index();
    in.checkTypeIndex(index);
    if (in.context.types.get(index).composite() instanceof StructType(var fields)) {
      return fields;
    }
    throw in.unknown(DiagnosticCode.NON_STRUCTURE_TYPE, index);
  }

  private static FieldType field(CodeValidator in) {
    List<FieldType> fields = fields(in);
    if (Integer.compareUnsigned(in.in.index2(), fields.size()) >= 0) {
      throw in.unknown(DiagnosticCode.UNKNOWN_FIELD, in.in.index2());
    }
    return fields.get(in.in.index2());
  }

  private static void create(CodeValidator in) {
    List<FieldType> fields = fields(in);
    int[] types = new int[fields.size()];
    for (int i = 0; i < types.length; i++) {
      types[i] = TypeCodes.of(fields.get(i).storage().unpacked());
    }
    in.pop(types);
    in.push(TypeCodes.ref(in.in.index()));
  }

  private static void createDefault(CodeValidator in) {
    for (FieldType field : fields(in)) {
      checkDefaultable(in, field);
    }
    in.push(TypeCodes.ref(in.in.index()));
  }

  static void checkDefaultable(CodeValidator in, FieldType field) {
    if (!field.storage().unpacked().isDefaultable()) {
      throw in.typeError(field + " has no default value");
    }
  }

  private static void get(CodeValidator in, boolean extending) {
    FieldType field = field(in);
    checkPacking(in, field, extending);
    in.pop(TypeCodes.nullable(TypeCodes.ref(in.in.index())));
    in.push(TypeCodes.of(field.storage().unpacked()));
  }

  /** Packed fields, and only those, are read with a sign. */
  static void checkPacking(CodeValidator in, FieldType field, boolean extending) {
    boolean packed = field.storage() instanceof PackedType;
    if (packed != extending) {
      throw in.typeError(
          field + (packed ? " is packed: say _s or _u" : " is not packed: no _s or _u"));
    }
  }

  private static void set(CodeValidator in) {
    FieldType field = field(in);
    if (!field.mutable()) {
      throw in.immutable(DiagnosticCode.IMMUTABLE_FIELD, in.in.index2(), field);
    }
    in.pop(
        TypeCodes.nullable(TypeCodes.ref(in.in.index())), TypeCodes.of(field.storage().unpacked()));
  }
}
